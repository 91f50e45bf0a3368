import { useTranslation } from 'react-i18next';
import type { ReportedTimePartsFragment } from '../api/generated';
import type { Entry, JournalLine } from '../link/following';
import { useWhen } from '../time/use-when';
import css from './incident.module.css';
import { Panel } from './panel';
import { useStatusSteps } from './status-steps';
import type { IncidentData } from './use-incident';

interface Point {
  readonly key: string;
  readonly time: ReportedTimePartsFragment;
  readonly words: string;
  readonly isMilestone: boolean;
}

/** How many points are shown at most: the latest ones. */
const shownAtMost = 200;

/** What happened, by when it is said to have happened, and not by when it was written down. */
export function Timeline({
  incident,
  lines,
}: {
  readonly incident: IncidentData;
  readonly lines: readonly JournalLine[];
}) {
  const { t } = useTranslation();
  const { reported } = useWhen();
  const milestones = useStatusSteps({ incident, lines }).map((step) => ({
    ...{ key: `status ${step.key}`, time: step.time, words: step.words, isMilestone: true },
  }));
  const points = [...lines.filter(isDated).map(pointOf), ...milestones].sort(byTime).slice(-shownAtMost);
  if (points.length === 0) return null;
  return (
    <Panel part="timeline" title={t('incident.timeline')}>
      <ol className={css.timeline}>
        {points.map(({ key, time, words, isMilestone }) => (
          <li key={key} data-milestone={isMilestone}>
            <span className={css.when}>{reported(time)}</span>
            <span className={css.asWritten}>{words}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );

  function pointOf(line: Entry & { occurred: ReportedTimePartsFragment }): Point {
    return { key: line.id, time: line.occurred, words: line.text ?? t(`kind.${line.kind}`), isMilestone: false };
  }
}

function isDated(line: JournalLine): line is Entry & { occurred: ReportedTimePartsFragment } {
  return line.__typename === 'JournalEntry' && line.occurred !== null;
}

function byTime(a: Point, b: Point): number {
  const start = ({ time }: Point) => time.earliest ?? time.latest;
  return start(a).localeCompare(start(b)) || a.time.latest.localeCompare(b.time.latest);
}
