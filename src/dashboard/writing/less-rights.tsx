import { useTranslation } from 'react-i18next';
import { useWriting } from './writing';

/** Why something that was offered here is no more. */
export function LessRights() {
  const { t } = useTranslation();
  const { isLess } = useWriting();
  return <strong role="status">{isLess && t('write.lessRights')}</strong>;
}
