import { useTranslation } from 'react-i18next';
import type { Entry, JournalLine } from '../link/following';
import { type ToldTime, toldTime } from '../time/told-time';
import type { IncidentData } from './use-incident';

export interface StatusStep {
  readonly key: string;
  readonly words: string;
  readonly time: ToldTime;
}

interface Step {
  readonly key: string;
  readonly status: string;
  /** Which it had before, where the journal tells. */
  readonly from: string | null;
  readonly time: ToldTime;
}

interface Of {
  readonly incident: Pick<IncidentData, 'milestones'>;
  readonly lines: readonly JournalLine[];
}

/** The statuses that the incident had, one after the other, each as often as it was reached. */
export function useStatusSteps({ incident, lines }: Of): readonly StatusStep[] {
  const { t } = useTranslation();
  return stepsOf(incident, lines).map(({ key, status, from, time }) => {
    const words = t(`status.${status}`);
    const again = status === 'RESPONDING' ? wentBack(from) : undefined;
    return { key, time, words: again ? `${words} (${t(`incident.${again}`)})` : words };
  });
}

function wentBack(from: string | null): 'relapse' | 'reopening' | undefined {
  if (from === 'CLOSED') return 'reopening';
  return from === 'CONTAINED' || from === 'RESTORED' ? 'relapse' : undefined;
}

/** As the journal tells them; of what it does not tell to this reader, the last time is known of each status. */
function stepsOf({ milestones }: Of['incident'], lines: readonly JournalLine[]): readonly Step[] {
  const steps = lines.filter(isOfIncident).flatMap(stepOf);
  const told = new Set(steps.map(({ status }) => status));
  for (const { status, reached } of milestones) {
    if (told.has(status)) continue;
    const after = steps.findIndex(({ time }) => time.latest > reached.latest);
    steps.splice(after === -1 ? steps.length : after, 0, { key: status, status, from: null, time: reached });
  }
  return steps;
}

function isOfIncident(line: JournalLine): line is Entry {
  return line.__typename === 'JournalEntry' && line.kind.startsWith('INCIDENT_');
}

function stepOf({ id, recordedAt, changes }: Entry): Step[] {
  const changed = (name: string) => changes.find(({ field }) => field === name);
  const status = changed('status');
  const time = toldTime(changed('reached')?.new ?? recordedAt);
  return status?.new && time ? [{ key: id, status: status.new, from: status.old, time }] : [];
}
