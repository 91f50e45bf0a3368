import type { DataSource, ObjectLiteral } from 'typeorm';
import { join, type RowShape, rowShape, type Sql } from '../kernel/sql';
import type { Source } from './excerpt';
import type { Thing } from './thing';

type Cells = Record<string, unknown>;
type Entity = new () => ObjectLiteral;

/** How the rows of things are written in statements, and read back from them. */
export class Shapes {
  private readonly shapes = new Map<Entity, RowShape>();
  private readonly selected = new Map<object, Sql>();

  constructor(private readonly dataSource: DataSource) {}

  /** All columns, also of what is joined. */
  columns<Row extends ObjectLiteral>(thing: Thing<Row>): Sql {
    const known = this.selected.get(thing) ?? this.columnsOf(thing);
    this.selected.set(thing, known);
    return known;
  }

  read<Row extends ObjectLiteral>(thing: Thing<Row>, cells: Cells): Cells {
    const row = this.of(thing.entity).read(cells) as Cells;
    for (const [name, { entity }] of Object.entries(thing.joined ?? {})) {
      row[name] = this.of(entity).read(cells, `${name}:`);
    }
    return row;
  }

  /** All columns, one by one. */
  sourcesOf({ table, entity, joined = {} }: Thing<ObjectLiteral>): Source[] {
    const own = this.of(entity).cells.map((cell) => ({ ...cell, alias: table }));
    const others = Object.entries(joined).flatMap(([name, { entity: other, as }]) =>
      this.of(other).cells.map((cell) => ({ ...cell, alias: as, path: [name, ...cell.path] })),
    );
    return [...own, ...others];
  }

  private columnsOf<Row extends ObjectLiteral>(thing: Thing<Row>): Sql {
    const joined = Object.entries(thing.joined ?? {}).map(([name, { entity, as }]) =>
      this.of(entity).columns(as, `${name}:`),
    );
    return join([this.of(thing.entity).columns(thing.table), ...joined]);
  }

  private of(entity: Entity): RowShape {
    const shape = this.shapes.get(entity) ?? rowShape(this.dataSource, entity);
    this.shapes.set(entity, shape);
    return shape;
  }
}
