import { useTranslation } from 'react-i18next';
import { toldTime } from './told-time';
import { useWhen } from './use-when';

/** What the journal words for machines, in words for people. */
export function useTold() {
  const { t } = useTranslation();
  const { reported } = useWhen();
  return {
    value: (words: string, name: string | undefined) => (name === undefined ? '' : t(`${words}.${name}`)),
    time: (text: string | undefined) => {
      const told = text === undefined ? null : toldTime(text);
      return told ? reported(told) : (text ?? '');
    },
  };
}
