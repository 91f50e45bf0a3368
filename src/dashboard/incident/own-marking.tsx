import type { MarkingPartsFragment } from '../api/generated';
import { MarkingBadge } from '../marking/tlp';
import { MarkingMoves } from '../writing/change-marking';
import { useWriting } from '../writing/writing';

interface Props {
  readonly thing: { readonly id: string; readonly marking: MarkingPartsFragment };
  readonly name: string;
}

/** Where a part of an incident is not marked as the incident is, how; and a way to mark it otherwise. */
export function OwnMarking({ thing, name }: Props) {
  const { incident } = useWriting();
  const { label, audience, pap } = thing.marking;
  const isOwn = label !== incident.marking.label || audience !== incident.marking.audience || pap !== null;
  return (
    <>
      {isOwn && <MarkingBadge {...thing.marking} />}
      <MarkingMoves thing={thing} name={name} />
    </>
  );
}
