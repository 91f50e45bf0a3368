import { useTranslation } from 'react-i18next';
import type { Entry, JournalLine, Sealed } from '../link/following';
import { MarkingBadge } from '../marking/tlp';
import { useWhen } from '../time/use-when';
import { LineMoves } from '../writing/line-moves';
import { webAddress } from '../writing/web-address';
import { useWriting } from '../writing/writing';
import { Changes } from './changes';
import { Ends } from './ends';
import css from './journal.module.css';
import type { Links } from './links';
import { Subject } from './subject';
import type { ReadersOf } from './use-readers';

interface Props<Kind> {
  readonly line: Kind;
  readonly links: Links;
  readonly readersOf: ReadersOf;
}

export function Line({ line, ...more }: Props<JournalLine>) {
  return line.__typename === 'SealedEntry' ? <SealedLine line={line} /> : <ReadLine {...{ line, ...more }} />;
}

function SealedLine({ line }: { readonly line: Sealed }) {
  const { t } = useTranslation();
  return (
    <article className={css.sealed} data-number={line.number} tabIndex={-1}>
      <span className={css.number}>{t('journal.number', { number: line.number })}</span>
      <span>
        <span aria-hidden="true">▧ </span>
        {t('journal.sealed')}
      </span>
      <code>{line.contentHash.slice(0, 12)}…</code>
    </article>
  );
}

function ReadLine({ line, links, readersOf }: Props<Entry>) {
  const { t } = useTranslation();
  const { stamped } = useWhen();
  const isCorrected = links.correctedBy.has(line.number);
  const { personName, stakeholderName } = line.author;
  return (
    <article className={css.line} data-number={line.number} tabIndex={-1} data-corrected={isCorrected}>
      <p className={css.meta}>
        <span className={css.number}>{t('journal.number', { number: line.number })}</span>
        <time dateTime={line.recordedAt}>{stamped(line.recordedAt)}</time>
        <strong>{personName === null ? stakeholderName : `${personName} · ${stakeholderName}`}</strong>
        <span>{t(`category.${line.category}`)}</span>
        {line.kind !== 'NOTE' && <span>{t(`kind.${line.kind}`)}</span>}
        <Subject {...{ line, links }} />
        {line.confidence && <span>{t(`confidence.${line.confidence}`)}</span>}
        <MarkingBadge {...line.marking} />
        <Readers line={line} names={readersOf(line)} />
      </p>
      {line.text && <p className={css.text}>{line.text}</p>}
      <Changes line={line} />
      <About line={line} />
      <Ends line={line} links={links} />
      <LineMoves line={line} />
    </article>
  );
}

function About({ line }: { readonly line: Entry }) {
  const { t } = useTranslation();
  const { reported } = useWhen();
  const way = [
    line.direction && t(`direction.${line.direction}`),
    line.channel && t(`channel.${line.channel}`),
    line.from && `${t('journal.from')} ${line.from}`,
    line.to && `${t('journal.to')} ${line.to}`,
  ];
  const said = [
    line.occurred && `${t('journal.occurred')}${t('app.colon')}${reported(line.occurred)}`,
    way.filter(Boolean).join(', '),
    line.provenance && `${t('journal.source')}${t('app.colon')}${line.provenance.label}`,
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <p className={css.about}>
      {said.join(' · ')}
      <SourceLink url={line.provenance?.url ?? ''} />
    </p>
  );
}

/** Where it leads is said by its host, and not by who wrote it. */
function SourceLink({ url }: { readonly url: string }) {
  const address = webAddress(url);
  if (!address) return null;
  return (
    <>
      {' ('}
      <a href={address.href} target="_blank" rel="noopener noreferrer">
        {address.host}
      </a>
      )
    </>
  );
}

/** Said of what is not for the same as the incident. */
function Readers({ line, names }: { readonly line: Entry; readonly names: readonly string[] | undefined }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { audience } = line.marking;
  if (audience === incident.marking.audience) return null;
  return <span>{t('write.readers', { who: names?.join(', ') ?? t(`audience.${audience}`) })}</span>;
}
