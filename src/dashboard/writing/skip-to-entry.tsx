import { useTranslation } from 'react-i18next';
import { toEntry } from './composer';
import { useWriting } from './writing';

/** The second skip link of the page, where there is something to skip to. */
export function SkipToEntry() {
  const { t } = useTranslation();
  const { may } = useWriting();
  if (!may('ENTRY_WRITE')) return null;
  return (
    <button type="button" className="hidden skip" onClick={toEntry}>
      {t('write.skip')}
    </button>
  );
}
