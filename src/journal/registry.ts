import type { Actor } from '../access/actor';
import type { Marking } from '../access/marking';
import { registryStream } from '../access/visibility';
import { badInput } from '../kernel/errors';
import type { EntryInput } from './journal.inputs';

/** Entries of the registry are read by its administrators and by those concerned, whatever their label. */
export function registryMarking({ stakeholderId, personId }: Actor, entry?: EntryInput | null): Marking {
  if (entry?.marking) throw badInput('Entries of the registry carry no marking of their own.', 'input.entry.marking');
  return {
    tlp: 'TLP_GREEN',
    audience: 'INVOLVED',
    pap: null,
    stakeholders: [],
    persons: [],
    originator: stakeholderId ?? registryStream,
    author: personId,
    delegate: null,
    version: 1,
  };
}
