import type { ListOrder } from '../access/lists';
import type { Operation } from '../access/operation';
import type { Thing, Visible, VisibleReads } from '../access/reads';
import { type Page, pageRequest } from '../kernel/paging';
import { join, type Sql, sql } from '../kernel/sql';
import { ReadRecordRow } from './read-record.entity';
import type { ReadLogArgs } from './read-record.inputs';

const readRecord: Thing<ReadRecordRow> = { table: 'read_record', entity: ReadRecordRow };

const latestFirst: ListOrder = {
  keys: [
    { sql: sql`read_record.read_from`, type: 'timestamptz' },
    { sql: sql`read_record.id`, type: 'uuid' },
  ],
  descending: true,
};

export class ReadRecordReads {
  constructor(private readonly reads: VisibleReads) {}

  page(operation: Operation, args: ReadLogArgs): Promise<Page<Visible<ReadRecordRow>>> {
    const page = pageRequest(args, latestFirst.keys);
    return this.reads.page(operation, readRecord, () => ({ where: conditions(args), order: latestFirst, page }));
  }
}

function conditions({ incident, reader, entry, thing }: ReadLogArgs): Sql {
  return join(
    [
      sql`true`,
      ...(incident ? [sql`read_record.incident_id = ${incident}`] : []),
      ...(reader ? [sql`read_record.stakeholder_id = ${reader}`] : []),
      ...(entry == null ? [] : [sql`read_record.entries @> ${entry}::integer`]),
      ...(thing ? [sql`${`${thing.type}:${thing.key}`} = ANY (read_record.things)`] : []),
    ],
    ' AND ',
  );
}
