import 'reflect-metadata';
import { migrations } from './migrations';
import { entities } from './src/entities';
import { readConfig } from './src/kernel/config';
import { dataSourceOf } from './src/kernel/database';

const { databaseOwnerUrl, databaseUrl } = readConfig();
const url = databaseOwnerUrl ?? databaseUrl;

/** For TypeORM's own command line (`typeorm -d dist/ormconfig.js …`), on the database of DATABASE_URL. */
// biome-ignore lint/style/noDefaultExport: TypeORM's command line expects one.
export default dataSourceOf(url === undefined ? {} : { url }, { entities, migrations }, 2);
