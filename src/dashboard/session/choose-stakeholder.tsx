import { useTranslation } from 'react-i18next';
import type { StakeholderChoice } from '../api/faults';
import { Card } from './card';
import css from './sign-in.module.css';

interface Props {
  readonly choices: readonly StakeholderChoice[];
  readonly onChosen: (code: string) => void;
  readonly onLeave: () => void;
}

/** For whom somebody acts who may act for several: one at a time, in one tab. */
export function ChooseStakeholder({ choices, onChosen, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <Card title={t('session.choose')}>
      <ul className={css.choices}>
        {choices.map(({ code, name }) => (
          <li key={code}>
            <button type="button" className="primary" onClick={() => onChosen(code)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={onLeave}>
        {t('session.signOut')}
      </button>
    </Card>
  );
}
