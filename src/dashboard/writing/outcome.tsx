import { type ReactNode, type RefObject, useContext, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, RefusalContext } from './refusal';
import type { Failure } from './use-submit';
import css from './writing.module.css';

/** These say all there is to say; of others the server says more, in English. */
const plain = [
  ...(['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'] as const),
];
const detailed = ['BAD_USER_INPUT', 'ILLEGAL_TRANSITION', 'TOO_COSTLY'] as const;

interface OutcomeProps {
  readonly failure: Failure | null;
  /** What this form calls otherwise than others. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Why it was not sent, and what can be done. */
export function Outcome({ failure, names }: OutcomeProps) {
  const { t } = useTranslation();
  const { saidIn } = useContext(RefusalContext);
  const field = useField(failure?.inputPath ?? [], names);
  if (!failure) return null;
  const { code, message } = failure;
  const known = [...plain, ...detailed].find((one) => one === code);
  const said = `${t('write.failed')} ${t(`fault.${known ?? 'other'}`)}`;
  return (
    <div ref={intoSight} id={saidIn} role="alert" className={css.failed}>
      <p>{said}</p>
      {field && <p>{t('write.faultIn', { field })}</p>}
      {!plain.some((one) => one === code) && <p lang="en">{message}</p>}
      {known === undefined && <p>({code})</p>}
    </div>
  );
}

/** What is refused at the end of a long form may be said below its fold. */
function intoSight(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' });
}

/** Around the fields of a form and its outcome: the field that was refused is pointed at. */
export function Refusable({ failure, names, children }: OutcomeProps & { readonly children: ReactNode }) {
  const saidIn = useId();
  const label = useField(failure?.inputPath ?? [], names);
  const refusal = useMemo<Refusal>(() => ({ saidIn, label }), [saidIn, label]);
  return <RefusalContext value={refusal}>{children}</RefusalContext>;
}

/** The innermost that has a name among the words of the forms. */
function useField(inputPath: readonly string[], own: Readonly<Record<string, string>> = {}): string | null {
  const { t, i18n } = useTranslation();
  const names = inputPath.map((part, at) => {
    const within = `${inputPath[at - 1]}.${part}`;
    return `write.${own[part] ?? calledHere[within] ?? calledHere[part] ?? part}`;
  });
  const named = names.findLast((name) => i18n.exists(name));
  return named === undefined ? null : t(named);
}

/** What the API calls otherwise than the forms. */
const calledHere: Readonly<Record<string, string>> = {
  ...{ provenance: 'source', url: 'sourceUrl', entry: 'text', authorityId: 'charge' },
  'input.text': 'statement',
};

interface ConflictProps {
  readonly theirs: readonly string[];
  readonly yours: readonly string[] | undefined;
  readonly onKeep: () => void;
  readonly onTake: () => void;
}

/** Both versions, side by side: whoever writes decides. Where nothing was typed, there is the other alone. */
export function Conflict({ theirs, yours, onKeep, onTake }: ConflictProps) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useGoingOn(place);
  return (
    <div ref={place} role="alert" className={css.conflict}>
      <p>
        <strong>{t('write.conflict')}</strong>
      </p>
      <div className={css.versions}>
        <Version title={t('write.theirs')} words={theirs} />
        {yours && <Version title={t('write.yours')} words={yours} />}
      </div>
      <div className={css.buttons}>
        {yours && (
          <button type="button" onClick={onKeep}>
            {t('write.keepMine')}
          </button>
        )}
        <button type="button" onClick={onTake}>
          {t('write.takeTheirs')}
        </button>
      </div>
    </div>
  );
}

/** Whoever has decided goes on from the button that sends. */
function useGoingOn(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const form = place.current?.closest('form');
    return () => {
      if (document.activeElement === document.body) form?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    };
  }, [place]);
}

function Version({ title, words }: { readonly title: string; readonly words: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      {words.filter(Boolean).map((one) => (
        <p key={one} className={css.asWritten}>
          {one}
        </p>
      ))}
    </div>
  );
}
