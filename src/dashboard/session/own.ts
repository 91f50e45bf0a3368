import type { SignedIn } from './context';

type Viewer = Pick<SignedIn['viewer'], 'person' | 'stakeholder'>;

/** What this browser keeps of whom: several parties may use it, and none is shown what another wrote. */
export function ownKey({ person, stakeholder }: Viewer, kind: 'draft' | 'sent' | 'seen', name: string): string {
  return `cellule:${kind}:${person?.id ?? ''}:${stakeholder?.id ?? ''}:${name}`;
}

/** A person's words are its own for all whom it acts for; where there is no person, they are the stakeholder's. */
export function ownerOf({ person, stakeholder }: Viewer): string {
  return person ? `${person.id}:` : `:${stakeholder?.id ?? ''}:`;
}

export function eraseWordsOf(whose: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`cellule:draft:${whose}`) || key.startsWith(`cellule:sent:${whose}`))
      localStorage.removeItem(key);
}

/** Whether something was begun to be written for whom the viewer acts now. */
export function hasOwnWords(viewer: Viewer): boolean {
  return Object.keys(localStorage).some((key) => key.startsWith(ownKey(viewer, 'draft', '')));
}
