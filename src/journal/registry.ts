import type { Actor } from '../access/actor';
import type { Marking } from '../access/marking';
import { registryStream } from '../access/visibility';

/** Entries of the registry are read by its administrators and by those concerned, whatever their label. */
export function registryMarking({ stakeholderId, personId }: Actor): Marking {
  return {
    tlp: 'TLP_GREEN',
    audience: 'INVOLVED',
    stakeholders: [],
    persons: [],
    originator: stakeholderId ?? registryStream,
    author: personId,
  };
}
