import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/context';
import { LanguageButton } from '../words/language-button';
import css from './top-bar.module.css';
import { useRoomAtTop } from './use-room-at-top';

interface Props {
  /** How the link stands: this is in sight wherever one scrolls to. */
  readonly children: ReactNode;
  readonly isExercise?: boolean;
}

export function TopBar({ children, isExercise = false }: Props) {
  const { t } = useTranslation();
  const { viewer, signOut, choose } = useSignedIn();
  const top = useRef<HTMLElement>(null);
  const kept = useRef<HTMLDivElement>(null);
  useRoomAtTop(top, kept);
  return (
    <header ref={top} className={css.top}>
      <div className={css.bar}>
        <a className={css.brand} href="#/">
          {t('app.name')}
        </a>
        <div ref={kept} className={css.kept}>
          {children}
        </div>
        <p className={css.zone}>{t('app.parisTime')}</p>
        <p className={css.who}>
          <strong title={viewer.stakeholder?.name}>{viewer.stakeholder?.name}</strong>
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
      </div>
      {isExercise && <p className={css.exercise}>{t('incident.exercise')}</p>}
    </header>
  );
}
