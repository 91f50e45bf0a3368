import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/context';
import { LanguageButton } from '../words/language-button';
import css from './top-bar.module.css';

export function TopBar({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { viewer, signOut, choose } = useSignedIn();
  return (
    <header className={css.bar}>
      <a className={css.brand} href="#/">
        {t('app.name')}
      </a>
      {children}
      <p className={css.who}>
        <strong>{viewer.stakeholder?.name}</strong>
        {viewer.person && <span>{viewer.person.name}</span>}
      </p>
      {choose && (
        <button type="button" className="quiet" onClick={choose}>
          {t('session.change')}
        </button>
      )}
      <LanguageButton />
      <button type="button" className="quiet" onClick={signOut}>
        {t('session.signOut')}
      </button>
    </header>
  );
}
