import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from './card';
import { type Entrance, type Place, type WaysIn, waysIn } from './places';
import css from './sign-in.module.css';

/** What was told last of why nobody is signed in. */
export type Notice = 'refused' | 'failed' | 'brought' | 'left' | 'leftHere' | 'elsewhere' | 'elsewhereKept';

interface Props {
  readonly onSignIn: (token: string) => void;
  readonly notice?: Notice;
  /** The code that was typed here, and that the server did not take; or that a link brought. */
  readonly typed?: string;
}

export function SignIn({ onSignIn, notice, typed }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState(typed ?? '');
  const isRefused = typed !== undefined && notice === 'refused';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What was copied from a letter brings along what nobody sees.
    const token = code.replace(/[\s\p{Cf}]/gu, '');
    if (token !== '') onSignIn(token);
  };
  return (
    <Card title={t('session.title')}>
      <p>{t('session.lead')}</p>
      {notice && !isRefused && <p role={isFault(notice) ? 'alert' : 'status'}>{t(`session.${notice}`)}</p>}
      <Ways afresh={notice !== undefined && notice !== 'failed' && notice !== 'brought'} />
      <form className={css.entry} onSubmit={submit}>
        <CodeField code={code} onChange={setCode} isRefused={isRefused} />
        <button type="submit" className="primary">
          {t('session.enter')}
        </button>
      </form>
    </Card>
  );
}

interface CodeFieldProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
  readonly isRefused: boolean;
}

/** A code that was refused is still there to be mended: most are mistyped. */
function CodeField({ code, onChange, isRefused }: CodeFieldProps) {
  const { t } = useTranslation();
  const error = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isRefused) field.current?.select();
  }, [isRefused]);
  return (
    <div className={css.code}>
      <label>
        {t('session.code')}
        <input
          ref={field}
          {...{ type: 'password', required: true, autoComplete: 'off', value: code }}
          {...(isRefused && { 'aria-invalid': true, 'aria-describedby': error })}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {isRefused && (
        <p id={error} role="alert" className={css.error}>
          {t('session.refused')}
        </p>
      )}
    </div>
  );
}

function isFault(notice: Notice): boolean {
  return notice === 'refused' || notice === 'failed';
}

/** The issuers, if any is configured, where who was refused, or has left, may be somebody else; in a demo, its parties. */
function Ways({ afresh }: { readonly afresh: boolean }) {
  const { t } = useTranslation();
  const [{ issuers, entrances = [] }, setWays] = useState<WaysIn>({ issuers: [] });
  const [isFailed, setFailed] = useState(false);
  const [isOffline, setOffline] = useState(false);
  const look = useCallback(() => {
    setOffline(false);
    waysIn().then(setWays, () => setOffline(true));
  }, []);
  useEffect(look, [look]);
  const leave = async (place: Place) => {
    setFailed(false);
    try {
      const { leaveFor } = await import('./issuer');
      await leaveFor(place, { afresh });
    } catch {
      setFailed(true);
    }
  };
  const isAny = issuers.length + entrances.length > 0;
  if (isOffline) return <Offline onAgain={look} />;
  if (!isAny && !isFailed) return null;
  return (
    <div className={css.places}>
      {isFailed && <p role="alert">{t('session.failed')}</p>}
      {entrances.length > 0 && <Entrances entrances={entrances} />}
      {issuers.map((place) => (
        <button type="button" key={place.issuer} className="primary" onClick={() => leave(place)}>
          {t('session.with', { name: place.name ?? new URL(place.issuer).host })}
        </button>
      ))}
      {isAny && <p>{t('session.orCode')}</p>}
    </div>
  );
}

/** Nobody has failed to sign in yet: it is not known where they may. */
function Offline({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.places}>
      <p role="alert">{t('session.offline')}</p>
      <button type="button" onClick={onAgain}>
        {t('session.again')}
      </button>
    </div>
  );
}

/** Links, so that several can be opened beside each other. */
function Entrances({ entrances }: { readonly entrances: readonly Entrance[] }) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <section className={css.entrances} aria-labelledby={title}>
      <h2 id={title}>{t('session.demo')}</h2>
      <p>{t('session.demoShow')}</p>
      <ul>
        {entrances.map(({ name, fragment }) => (
          <li key={fragment}>
            <a href={`#${fragment}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
