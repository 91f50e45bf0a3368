import type { Actor } from '../access/actor';
import type { Marking } from '../access/marking';
import { registryStream } from '../access/visibility';
import { badInput } from '../kernel/errors';
import type { EntryInput } from './journal.inputs';

/**
 * Entries of the registry are read by its administrators, by the administrators of the one concerned, and by the
 * stakeholder that wrote them: of credentials, only by the person.
 */
export function registryMarking(
  { stakeholderId, personId }: Actor,
  concerned: string,
  entry?: EntryInput | null,
): Marking {
  if (entry?.marking) throw badInput('Entries of the registry carry no marking of their own.', 'input.entry.marking');
  return {
    tlp: 'TLP_GREEN',
    audience: 'LISTED',
    pap: null,
    stakeholders: [concerned],
    persons: [],
    originator: stakeholderId ?? registryStream,
    author: personId,
    delegate: null,
    version: 1,
  };
}
