import { type FormEvent, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LanguageButton } from '../words/language-button';
import type { Session } from './session';
import css from './sign-in.module.css';

interface Props {
  readonly onSignIn: (session: Session) => void;
  readonly isRefused?: boolean;
}

export function SignIn({ onSignIn, isRefused = false }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = code.trim();
    if (token !== '') onSignIn({ token });
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
        {isRefused && <p role="alert">{t('session.refused')}</p>}
        <TextField type="password" value={code} onChange={setCode} isRequired autoComplete="off">
          <Label>{t('session.code')}</Label>
          <Input />
        </TextField>
        <Button type="submit" className="primary">
          {t('session.enter')}
        </Button>
      </form>
    </main>
  );
}
