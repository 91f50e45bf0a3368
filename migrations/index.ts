import { FirstRecord1729317600000 } from './1729317600000-first-record';
import { ChangedMarkings1732369500000 } from './1732369500000-changed-markings';
import { StatementDrafts1732455900000 } from './1732455900000-statement-drafts';
import { ReadLog1732628700000 } from './1732628700000-read-log';
import { Credentials1732715100000 } from './1732715100000-credentials';
import { Search1732801500000 } from './1732801500000-search';
import { ReadMarks1732887900000 } from './1732887900000-read-marks';

/** All migrations, in their order. A merged one is never edited. */
export const migrations = [
  FirstRecord1729317600000,
  ChangedMarkings1732369500000,
  StatementDrafts1732455900000,
  ReadLog1732628700000,
  Credentials1732715100000,
  Search1732801500000,
  ReadMarks1732887900000,
];
