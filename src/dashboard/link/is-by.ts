import type { SignedIn } from '../session/context';

export type Writer = Pick<SignedIn['viewer'], 'person' | 'stakeholder'>;

interface Author {
  readonly personId: string | null;
  readonly stakeholderId: string | null;
}

/** Whether the viewer wrote it: a person whomever it acted for, a system for its stakeholder. */
export function isBy({ personId, stakeholderId }: Author, { person, stakeholder }: Writer): boolean {
  return person ? personId === person.id : personId === null && stakeholderId === stakeholder?.id;
}
