import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageButton } from '../words/language-button';
import { type Place, placesToSignIn } from './places';
import css from './sign-in.module.css';

interface Props {
  readonly onSignIn: (token: string) => void;
  readonly notice?: 'refused' | 'failed';
}

export function SignIn({ onSignIn, notice }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = code.trim();
    if (token !== '') onSignIn(token);
  };
  return (
    <main className={css.page}>
      <form className={css.card} onSubmit={submit}>
        <div className={css.top}>
          <p className={css.brand}>{t('app.name')}</p>
          <LanguageButton />
        </div>
        <h1>{t('session.title')}</h1>
        <p>{t('session.lead')}</p>
        {notice && <p role="alert">{t(`session.${notice}`)}</p>}
        <Places afresh={notice === 'refused'} />
        <label>
          {t('session.code')}
          <input
            {...{ type: 'password', required: true, autoComplete: 'off', value: code }}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
        <button type="submit" className="primary">
          {t('session.enter')}
        </button>
      </form>
    </main>
  );
}

/** The issuers, if any is configured; who was refused may be somebody else there. */
function Places({ afresh }: { readonly afresh: boolean }) {
  const { t } = useTranslation();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    placesToSignIn().then(setPlaces, () => setFailed(true));
  }, []);
  const leave = async (place: Place) => {
    setFailed(false);
    try {
      const { leaveFor } = await import('./issuer');
      await leaveFor(place, { afresh });
    } catch {
      setFailed(true);
    }
  };
  if (places.length === 0 && !isFailed) return null;
  return (
    <div className={css.places}>
      {isFailed && <p role="alert">{t('session.failed')}</p>}
      {places.map((place) => (
        <button type="button" key={place.issuer} className="primary" onClick={() => leave(place)}>
          {t('session.with', { name: place.name ?? new URL(place.issuer).host })}
        </button>
      ))}
      {places.length > 0 && <p>{t('session.orCode')}</p>}
    </div>
  );
}
