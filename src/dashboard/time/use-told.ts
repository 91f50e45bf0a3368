import { useTranslation } from 'react-i18next';
import { reportedTime } from './reported';
import { toldTime } from './told-time';

/** What the journal words for machines, in words for people. */
export function useTold() {
  const { t, i18n } = useTranslation();
  return {
    value: (words: string, name: string | undefined) => (name === undefined ? '' : t(`${words}.${name}`)),
    time: (text: string | undefined) => {
      const told = text === undefined ? null : toldTime(text);
      return told ? reportedTime(told, i18n.language) : (text ?? '');
    },
  };
}
