import { illegalTransition } from '../incident/incident';
import { describedEnum } from '../kernel/enum';
import { AppError } from '../kernel/errors';

export const StatementDraftState = describedEnum('StatementDraftState', 'What became of a draft of a statement.', {
  DRAFT: 'It is being prepared.',
  PUBLISHED: 'It was published, and is kept as it was then.',
  DISCARDED: 'It was given up.',
});
export type StatementDraftState = keyof typeof StatementDraftState;

/** From a draft to what becomes of it; that is final. */
export function draftMoved(from: StatementDraftState, to: 'PUBLISHED' | 'DISCARDED'): StatementDraftState {
  if (from !== 'DRAFT') throw final(from, to);
  return to;
}

export function requireRevisable(state: StatementDraftState): void {
  if (state !== 'DRAFT') throw final(state, 'REVISED');
}

function final(from: StatementDraftState, attempted: 'PUBLISHED' | 'DISCARDED' | 'REVISED'): AppError {
  if (from !== 'PUBLISHED' || attempted === 'DISCARDED') return illegalTransition('A statement draft', from, attempted);
  return new AppError(
    'ILLEGAL_TRANSITION',
    'This draft was published: what must be said otherwise is another statement.',
    { from, attempted },
  );
}
