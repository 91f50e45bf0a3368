import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useGoToLine } from '../journal/go-to-line';
import type { JournalLine } from '../link/following';
import { useWhen } from '../time/use-when';
import css from './incident.module.css';
import { Panel } from './panel';
import type { IncidentData } from './use-incident';

interface Props {
  readonly entry: IncidentData['latestSituation'];
  readonly lines: readonly JournalLine[];
}

/** How things stand, in the last words that say so, and whether they are still of the status that was reached since. */
export function Situation({ entry, lines }: Props) {
  const { t } = useTranslation();
  const { reported, stamped } = useWhen();
  const goTo = useGoToLine();
  const moved = useMemo(() => entry && statusAfter(lines, entry.number), [entry, lines]);
  return (
    <Panel title={t('incident.situation')}>
      {entry ? (
        <>
          <p className={css.byline}>
            {t('incident.situationBy', {
              who: entry.author.stakeholderName,
              when: entry.occurred ? reported(entry.occurred) : stamped(entry.recordedAt),
            })}
          </p>
          {moved && (
            <p className={css.outdated}>
              {t('incident.situationBefore', { status: t(`status.${moved.status}`), when: stamped(moved.recordedAt) })}
            </p>
          )}
          <p className={css.situation}>{entry.text}</p>
          <p className={css.muted}>
            <button type="button" className="quiet small" onClick={() => goTo(entry.number)}>
              {t('journal.number', { number: entry.number })}
            </button>
            {entry.occurred && ` · ${t('incident.writtenDown', { when: stamped(entry.recordedAt) })}`}
            {entry.correctedBy.map(({ number }) => (
              <Fragment key={number}>
                {' '}
                ·{' '}
                <button type="button" className="quiet small" onClick={() => goTo(number)}>
                  {t('journal.correctedBy', { number })}
                </button>
              </Fragment>
            ))}
          </p>
        </>
      ) : (
        <p className={css.muted}>{t('incident.noSituation')}</p>
      )}
    </Panel>
  );
}

interface Moved {
  readonly status: string;
  readonly recordedAt: string;
}

/** The status that the incident reached last, if that is told after a line. */
function statusAfter(lines: readonly JournalLine[], number: number): Moved | null {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] as JournalLine;
    if (line.number <= number) return null;
    if (line.__typename === 'SealedEntry' || !line.kind.startsWith('INCIDENT_')) continue;
    const status = line.changes.find(({ field }) => field === 'status')?.new;
    if (status) return { status, recordedAt: line.recordedAt };
  }
  return null;
}
