import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../shell/page-title';
import { LanguageButton } from '../words/language-button';
import css from './sign-in.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** The page while it is not known who looks. */
export function Card({ title, children }: Props) {
  const { t } = useTranslation();
  return (
    <main className={css.page}>
      <PageTitle parts={[title]} />
      <div className={css.card}>
        <div className={css.top}>
          <p className={css.brand}>{t('app.name')}</p>
          <LanguageButton />
        </div>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
