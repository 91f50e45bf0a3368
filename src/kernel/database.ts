import { DataSource, type DataSourceOptions, DefaultNamingStrategy, type MixedList } from 'typeorm';
import { PreparingClient } from './prepared';

/** Columns in snake_case; those of an embedded value behind its prefix. */
class SnakeNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes, custom ?? property].map(snake).join('_');
  }
}

/** A property as its column is named. */
function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** How to reach a database: a URL, or a socket directory. `role` is taken on at connection, if it is given. */
export interface DatabaseAddress {
  readonly url?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
  readonly role?: string;
}

/**
 * Statements stay prepared, and to plan one anew for the values of the moment takes far longer than running it: their
 * texts already differ with what is asked. Nor is any of them long enough for compiling to pay.
 */
const settings = ['TimeZone=UTC', 'plan_cache_mode=force_generic_plan', 'jit=off'];

/** What `pg` needs to connect there. */
export function connectionOptions({ url, role, ...address }: DatabaseAddress): Record<string, unknown> {
  return {
    ...(url === undefined ? address : { connectionString: url }),
    options: [...settings, ...(role === undefined ? [] : [`role=${role}`])].map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: 10_000,
    application_name: 'cellule',
  };
}

export interface Model {
  readonly entities: Exclude<MixedList<new () => object>, Record<string, unknown>>;
  readonly migrations: (new () => object)[];
}

export function dataSourceOf(address: DatabaseAddress, model: Model, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    entities: model.entities,
    migrations: model.migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    logging: false,
    extra: { ...connectionOptions(address), max: poolSize, Client: PreparingClient },
  } as DataSourceOptions);
}
