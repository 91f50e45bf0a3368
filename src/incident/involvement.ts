import { describedEnum } from '../kernel/enum';
import { AppError } from '../kernel/errors';

export const InvolvementRole = describedEnum('InvolvementRole', 'In what capacity a stakeholder is involved.', {
  OPERATOR: 'Runs what is hit.',
  LEAD: 'Leads the response.',
  FOLLOW_UP: 'Follows it closely.',
  LIAISON: 'Stands in liaison with those who follow it.',
  RESPONDER: 'Responds for the operator.',
  INFORMED: 'Is kept informed.',
});
export type InvolvementRole = keyof typeof InvolvementRole;

/** Somebody with accounts must be left to coordinate. */
export function requireAnotherCoordinator(coordinatorsLeft: number, attempted: string): void {
  if (coordinatorsLeft === 0) {
    throw new AppError(
      'ILLEGAL_TRANSITION',
      'The last coordinator of an incident cannot leave: let another stakeholder coordinate first.',
      { from: 'COORDINATE', attempted },
    );
  }
}
