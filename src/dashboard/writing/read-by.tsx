import { useTranslation } from 'react-i18next';
import { chosenOf } from './several';
import css from './writing.module.css';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly options: readonly Named[];
  /** The ids of those who are chosen, with spaces between them. */
  readonly chosen: string;
  /** Reads it in any case. */
  readonly owner: Named | null;
}

/** Who will read what is for some alone, by name; also that it is nobody else. */
export function ReadBy({ options, chosen, owner }: Props) {
  const { t } = useTranslation();
  const ids = chosenOf(chosen).filter((id) => id !== owner?.id);
  const names = [owner, ...ids.map((id) => options.find((one) => one.id === id))].flatMap((one) => one?.name ?? []);
  const who = names.join(', ');
  return (
    <p className={css.readers}>{ids.length === 0 ? t('write.readersAlone', { who }) : t('write.readers', { who })}</p>
  );
}
