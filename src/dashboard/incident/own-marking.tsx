import { useTranslation } from 'react-i18next';
import type { MarkingPartsFragment } from '../api/generated';
import { MarkingBadge } from '../marking/tlp';
import { useWriting } from '../writing/writing';
import css from './incident.module.css';

/** How a part of an incident is marked, where it is not as the incident. */
export function OwnMarking({ marking }: { readonly marking: MarkingPartsFragment }) {
  const { t } = useTranslation();
  const { incident } = useWriting();
  const { label, audience, pap } = marking;
  const isOwn = label !== incident.marking.label || audience !== incident.marking.audience || pap !== null;
  if (!isOwn) return null;
  return (
    <>
      <MarkingBadge {...marking} />
      <span className={css.muted}>{t('write.readers', { who: t(`audience.${audience}`) })}</span>
    </>
  );
}
