import { illegalTransition } from '../incident/incident';
import { describedEnum } from '../kernel/enum';

export const ActionKind = describedEnum('ActionKind', 'What an action is.', {
  TASK: 'Something to be done.',
  INSTRUCTION: 'Something to be observed: IN_PROGRESS while it is in force, and due when it ends.',
  REQUEST: 'Something asked of others.',
});
export type ActionKind = keyof typeof ActionKind;

export const ActionStatus = describedEnum('ActionStatus', 'How far an action has come.', {
  PLANNED: 'It has not begun.',
  IN_PROGRESS: 'It is under way; an instruction is in force.',
  DONE: 'It is done.',
  CANCELLED: 'It was given up.',
  SUPERSEDED: 'It was overtaken by events, or by another action.',
});
export type ActionStatus = keyof typeof ActionStatus;

export const ActionPriority = describedEnum('ActionPriority', 'How pressing an action is.', {
  LOW: 'When there is time.',
  NORMAL: 'As usual.',
  HIGH: 'Before the others.',
  URGENT: 'At once.',
});
export type ActionPriority = keyof typeof ActionPriority;

const next: Record<ActionStatus, readonly ActionStatus[]> = {
  PLANNED: ['IN_PROGRESS', 'DONE', 'CANCELLED', 'SUPERSEDED'],
  IN_PROGRESS: ['DONE', 'CANCELLED', 'SUPERSEDED'],
  DONE: [],
  CANCELLED: [],
  SUPERSEDED: [],
};

export function actionMoved(from: ActionStatus, to: ActionStatus): ActionStatus {
  if (!next[from].includes(to)) throw illegalTransition('An action', from, to);
  return to;
}

export function isPending(status: ActionStatus): boolean {
  return next[status].length > 0;
}
