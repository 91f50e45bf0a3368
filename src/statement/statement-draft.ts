import { illegalTransition } from '../incident/incident';
import { describedEnum } from '../kernel/enum';

export const StatementDraftState = describedEnum('StatementDraftState', 'What became of a draft of a statement.', {
  DRAFT: 'It is being prepared.',
  PUBLISHED: 'It was published, and is kept as it was then.',
  DISCARDED: 'It was given up.',
});
export type StatementDraftState = keyof typeof StatementDraftState;

/** From a draft to what becomes of it; that is final. */
export function draftMoved(from: StatementDraftState, to: 'PUBLISHED' | 'DISCARDED'): StatementDraftState {
  if (from !== 'DRAFT') throw illegalTransition('A statement draft', from, to);
  return to;
}

export function requireRevisable(state: StatementDraftState): void {
  if (state !== 'DRAFT') throw illegalTransition('A statement draft', state, 'REVISED');
}
