import { FirstRecord1729317600000 } from './1729317600000-first-record';

/** All migrations, in their order. A merged one is never edited. */
export const migrations = [FirstRecord1729317600000];
