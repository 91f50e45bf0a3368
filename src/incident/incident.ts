import { describedEnum } from '../kernel/enum';
import { AppError, badInput } from '../kernel/errors';

export const IncidentNature = describedEnum('IncidentNature', 'What kind of crisis it is.', {
  CYBERATTACK: 'Somebody attacks information systems.',
  TECHNICAL_FAILURE: 'Systems or installations fail by themselves.',
  SUPPLY: 'Health products or other necessities run short.',
  HEALTH: 'A threat to health: epidemic, contamination, influx of patients.',
  NATURAL_HAZARD: 'Flood, storm, heat, fire and the like.',
  OTHER: 'None of these.',
});
export type IncidentNature = keyof typeof IncidentNature;

export const IncidentStatus = describedEnum('IncidentStatus', 'How far the response has come.', {
  DECLARED: 'It is known; the response has not begun.',
  RESPONDING: 'The response is under way.',
  CONTAINED: 'It does not get worse. May be skipped.',
  RESTORED: 'What was hit works again; the follow-up goes on.',
  CLOSED: 'The follow-up has ended.',
});
export type IncidentStatus = keyof typeof IncidentStatus;

export const Severity = describedEnum(
  'Severity',
  "How grave it is, on Cellule's own scale: neither a legal qualification nor the activation level of an authority. Sorts from the least to the gravest.",
  {
    MINOR: 'Handled by those concerned with their usual means.',
    SIGNIFICANT: 'Needs several parties to follow it together.',
    MAJOR: 'Disturbs a service that people depend on, in several places.',
    CRISIS: 'Takes extraordinary means, or national coordination.',
  },
);
export type Severity = keyof typeof Severity;

export const Resolution = describedEnum('Resolution', 'With what an incident was closed.', {
  RESOLVED: 'It is over.',
  FALSE_ALARM: 'There was none.',
  DUPLICATE: 'It is followed as another incident.',
});
export type Resolution = keyof typeof Resolution;

/** From where to where an incident moves forward; relapse, closing and reopening have their own rules. */
const forward: Record<IncidentStatus, readonly IncidentStatus[]> = {
  DECLARED: ['RESPONDING'],
  RESPONDING: ['CONTAINED', 'RESTORED'],
  CONTAINED: ['RESTORED', 'RESPONDING'],
  RESTORED: ['RESPONDING'],
  CLOSED: [],
};

/** A move among the open statuses; falling back to RESPONDING is a relapse, and takes a reason. */
export function moved(from: IncidentStatus, to: IncidentStatus, reason: string | null): IncidentStatus {
  if (!forward[from].includes(to)) throw illegalTransition('An incident', from, to);
  const isRelapse = to === 'RESPONDING' && from !== 'DECLARED';
  if (isRelapse && reason === null) throw badInput('A relapse to RESPONDING takes a reason.', 'input.reason');
  return to;
}

export function closed(from: IncidentStatus): IncidentStatus {
  if (from === 'CLOSED') throw illegalTransition('An incident', from, 'CLOSED');
  return 'CLOSED';
}

export function reopened(from: IncidentStatus): IncidentStatus {
  if (from !== 'CLOSED') throw illegalTransition('An incident', from, 'RESPONDING');
  return 'RESPONDING';
}

/** A closed incident takes words, and nothing else, until it is reopened. */
export function requireOpen(status: IncidentStatus): void {
  if (status === 'CLOSED') {
    throw new AppError('ILLEGAL_TRANSITION', 'A closed incident is not changed: reopen it first.', {
      from: status,
      attempted: status,
    });
  }
}

export function severityRank(severity: Severity): number {
  return Object.keys(Severity).indexOf(severity);
}

export function illegalTransition(what: string, from: string, attempted: string): AppError {
  return new AppError('ILLEGAL_TRANSITION', `${what} in status ${from} cannot go to ${attempted}.`, {
    from,
    attempted,
  });
}
