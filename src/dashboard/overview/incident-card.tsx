import { useTranslation } from 'react-i18next';
import { counted } from '../journal/unread';
import { TlpBadge } from '../marking/tlp';
import { incidentHref } from '../route/route';
import { Severity } from '../shell/severity';
import { useWhen } from '../time/use-when';
import { overdueOf } from './order';
import css from './overview.module.css';
import type { Line } from './use-incidents';
import type { Needs } from './use-needs';

interface Props {
  readonly line: Line;
  readonly needs: Needs | undefined;
}

export function IncidentCard({ line, needs }: Props) {
  const { t } = useTranslation();
  const overdue = overdueOf(line, needs);
  const { byMe, byUs } = needs?.unread ?? {};
  return (
    <li className={css.card} data-severity={line.severity}>
      <div className={css.marks}>
        <Severity severity={line.severity} />
        <span className={css.status}>{t(`status.${line.status}`)}</span>
        <TlpBadge {...line.marking} />
        {line.exercise && <strong className={css.exercise}>{t('incident.exercise').split(' — ')[0]}</strong>}
        {overdue > 0 && <strong className={css.overdue}>{t('overview.overdue', { count: overdue })}</strong>}
        {byMe && byMe.count > 0 && <strong className={css.unread}>{t('journal.unread', counted(byMe))}</strong>}
        {byUs && byUs.count > 0 && <span>{t('journal.unreadByUs', counted(byUs))}</span>}
      </div>
      <h2>
        <a href={incidentHref(line.reference)}>{line.title}</a>
      </h2>
      <p className={css.facts}>
        <span>{line.reference}</span>
        {line.operator && <span>{line.operator.name}</span>}
      </p>
      <ul className={css.regions}>
        {line.affectedRegions.map(({ id, status, region }) => (
          <li key={id}>
            {region.name} <small>{t(`region.${status}`)}</small>
          </li>
        ))}
      </ul>
      <LastEntry line={line} />
    </li>
  );
}

function LastEntry({ line }: { readonly line: Line }) {
  const { t } = useTranslation();
  const { stamped } = useWhen();
  const node = line.lastEntry.edges[0]?.node;
  if (!node) return null;
  return (
    <p className={css.last}>
      <small>
        {t('overview.lastEntry')} {t('journal.number', { number: node.number })} · {stamped(line.updatedAt)}
      </small>
      <span className={css.asWritten}>
        {node.__typename === 'JournalEntry' ? <Said {...node} /> : t('journal.sealed')}
      </span>
    </p>
  );
}

type Node = Line['lastEntry']['edges'][number]['node'];

/** What was done to what; and the words that were added, or written alone. */
function Said({ kind, text, subject }: Extract<Node, { __typename: 'JournalEntry' }>) {
  const { t } = useTranslation();
  const about = useAbout(subject);
  if (text && !about) return text;
  const deed = kind === 'NOTE' ? about : [t(`kind.${kind}`), about].filter(Boolean).join(t('app.colon'));
  return (
    <>
      <span>{deed}</span>
      {text && <span> – {text}</span>}
    </>
  );
}

function useAbout(subject: Extract<Node, { __typename: 'JournalEntry' }>['subject']): string | undefined {
  const { t } = useTranslation();
  switch (subject?.__typename) {
    case 'AffectedRegion':
      return subject.region.name;
    case 'AffectedService':
      return subject.name;
    case 'Involvement':
      return subject.stakeholder?.name;
    case 'JournalEntry':
      return t('journal.number', { number: subject.number });
    case 'Action':
    case 'PublicStatement':
    case 'StatementDraft':
      return subject.title;
    default:
      return undefined;
  }
}
