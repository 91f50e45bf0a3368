export { journalDocument } from './document';
export { BrokenChain, Refused } from './faults';
export { type Following, type FollowOptions, followJournal, type Status } from './follow';
export type {
  Ended,
  EntryLine,
  LinesUpdate,
  Position,
  Reset,
  SealedLine,
  StandardFields,
  Update,
  UpToDate,
} from './update';
