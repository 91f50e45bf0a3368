import type { MarkingPartsFragment } from '../api/generated';
import { MarkingBadge } from '../marking/tlp';
import { useWriting } from '../writing/writing';

/** How a part of an incident is marked, where it is not as the incident. */
export function OwnMarking({ marking }: { readonly marking: MarkingPartsFragment }) {
  const { incident } = useWriting();
  const { label, audience, pap } = marking;
  const isOwn = label !== incident.marking.label || audience !== incident.marking.audience || pap !== null;
  return isOwn ? <MarkingBadge {...marking} /> : null;
}
