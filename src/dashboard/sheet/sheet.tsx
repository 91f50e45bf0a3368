import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '../link/following';
import { TlpBadge } from '../marking/tlp';
import { useSignedIn } from '../session/context';
import { PageHeading } from '../shell/page-heading';
import { useTold } from '../time/use-told';
import { useWhen } from '../time/use-when';
import { labels } from '../writing/marking-input';
import { isOverdue, type Label, type SituationAsOf, type ToldThing } from './as-of';
import css from './sheet.module.css';
import { useNames } from './use-names';

interface Props {
  readonly situation: SituationAsOf<Entry>;
  readonly number: number;
  /** Of the last line there is: the state as of that one is the state now. */
  readonly head: number;
  readonly ceiling: Label;
  readonly isExercise: boolean;
  readonly madeAt: Date;
  /** Some of it is being asked for again. */
  readonly isLooking: boolean;
  /** Nothing is heard of what changed since. */
  readonly isCut: boolean;
}

/** The state as of a line, to be handed on: it says under which label, on each page, and what it leaves out. */
export function Sheet({ isExercise, head, ...made }: Props) {
  const { t } = useTranslation();
  const { situation, number, ceiling, madeAt } = made;
  const { incident, readUntil } = situation;
  // On which nothing is told, nothing exceeds the ceiling.
  const label = (incident && situation.label) ?? ceiling;
  const at = number < head && readUntil !== null ? new Date(readUntil) : madeAt;
  return (
    <article className={css.sheet} aria-label={t('sheet.title')}>
      <div className={css.top}>
        <Mark label={label} />
        {isExercise && <p className={css.exercise}>{t('incident.exercise')}</p>}
      </div>
      <div className={css.told}>
        <PageHeading>{incident?.fields['title'] ?? t('sheet.title')}</PageHeading>
        <Bounds {...made} />
        {incident ? <Told {...{ incident, situation, at }} /> : <p>{t('sheet.nothing')}</p>}
      </div>
      <div className={css.foot}>
        <Mark label={label} />
      </div>
    </article>
  );
}

function Mark({ label }: { readonly label: Label }) {
  return (
    <p className={css.mark}>
      <TlpBadge tlp={label} label={labels[label] ?? ''} />
    </p>
  );
}

function Bounds({ situation, number, ceiling, madeAt, isLooking, isCut }: Omit<Props, 'isExercise' | 'head'>) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const { stamped } = useWhen();
  const { recordedAt, leftOut, sealed, remarkedAt } = situation;
  const who = [viewer.person?.name, viewer.stakeholder?.name].filter(Boolean).join(', ');
  return (
    <div className={css.bounds}>
      <p>
        <strong>{t('sheet.asOf', { number })}</strong>
        {recordedAt && ` · ${stamped(recordedAt)}`} · {t('sheet.under', { label: labels[ceiling] })}
      </p>
      <p>{t('sheet.made', { who, when: stamped(madeAt) })}</p>
      {remarkedAt !== null && <p>{t('sheet.remarked', { number: remarkedAt })}</p>}
      {isLooking && <p>{t('sheet.looking')}</p>}
      {isCut && <p>{t('sheet.cut')}</p>}
      {leftOut > 0 && <p>{t('sheet.leftOut', { count: leftOut, label: labels[ceiling] })}</p>}
      {sealed > 0 && <p>{t('sheet.sealed', { count: sealed })}</p>}
      {leftOut + sealed === 0 && !isLooking && <p>{t('sheet.whole')}</p>}
    </div>
  );
}

interface ToldProps {
  readonly incident: ToldThing;
  readonly situation: Props['situation'];
  /** When it is so: what is overdue is overdue then. */
  readonly at: Date;
}

function Told({ incident, situation, at }: ToldProps) {
  const { t } = useTranslation();
  const { value, time } = useTold();
  const names = useNames(situation);
  const when = (what: string, told: string | undefined) =>
    told && `${t(`incident.${what}`)}${t('app.colon')}${time(told)}`;
  const { fields } = incident;
  const called = (codes: string | undefined) =>
    codes
      ?.split(', ')
      .map((code) => names.get(code) ?? code)
      .join(', ') ?? '';
  return (
    <>
      <p>
        {fields['reference']} · {value('nature', fields['nature'])} ·{' '}
        <strong>{value('status', fields['status'])}</strong> · <strong>{value('severity', fields['severity'])}</strong>
        {fields['resolution'] && ` · ${value('resolution', fields['resolution'])}`}
        {fields['operator'] && ` · ${t('incident.operator')}${t('app.colon')}${called(fields['operator'])}`}
      </p>
      <ul>
        {Object.entries(situation.milestones).map(([status, reached]) => (
          <li key={status}>
            {value('status', status)}
            {t('app.colon')}
            {time(reached)}
          </li>
        ))}
      </ul>
      {fields['summary'] && <p className={css.asWritten}>{fields['summary']}</p>}
      <Part title={t('incident.situation')}>
        <Latest entry={situation.situation} />
      </Part>
      <Things title={t('incident.regions')} things={situation.regions}>
        {({ region, status, impact, since, restored, authority }) => [
          called(region),
          value('region', status),
          impact,
          when('since', since),
          when('restored', restored),
          called(authority),
        ]}
      </Things>
      <Things title={t('incident.services')} things={situation.services}>
        {({ name, status, impact, regions, since, restored }) => [
          name,
          value('service', status),
          impact,
          called(regions),
          when('since', since),
          when('restored', restored),
        ]}
      </Things>
      <Things title={t('incident.actions')} things={situation.actions}>
        {({ title, ...action }) => [
          title,
          value('actionStatus', action['status']),
          isOverdue(action, incident, at) ? t('incident.overdue') : undefined,
          called(action['owner']),
          when('due', action['due']),
          action['result'],
        ]}
      </Things>
      <Things title={t('incident.parties')} things={situation.parties}>
        {({ stakeholder, role }) => [called(stakeholder), value('role', role)]}
      </Things>
    </>
  );
}

/** By whom and when it was said: it may be older than what follows. */
function Latest({ entry }: { readonly entry: Entry | null }) {
  const { t } = useTranslation();
  const { reported, stamped } = useWhen();
  if (!entry) return <p>{t('incident.noSituation')}</p>;
  const { author, occurred, recordedAt, number, text } = entry;
  const when = occurred ? reported(occurred) : stamped(recordedAt);
  return (
    <>
      <p>
        {t('incident.situationBy', { who: author.stakeholderName, when })} · {t('journal.number', { number })}
      </p>
      <p className={css.asWritten}>{text}</p>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface ThingsProps {
  readonly title: string;
  readonly things: readonly ToldThing[];
  /** What a thing is called, and then what is said of it. */
  readonly children: (fields: ToldThing['fields']) => readonly (string | undefined)[];
}

function Things({ title, things, children: saidOf }: ThingsProps) {
  if (things.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {things.map(({ id, fields }) => {
          const [name, ...said] = saidOf(fields);
          return (
            <li key={id}>
              <strong>{name}</strong> {said.filter(Boolean).join(' · ')}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
