import type { ComponentType } from 'react';
import { useRemarked } from '../journal/use-remarked';
import type { Followings } from '../link/following';
import { useFollowing } from '../link/use-following';
import { AbsentIncident } from './absent-incident';
import { IncidentLive } from './incident-live';
import { type IncidentData, useIncident } from './use-incident';
import { usePicture } from './use-picture';

interface Props {
  readonly reference: string;
  readonly page: 'incident' | 'sheet';
  readonly Sheet: ComponentType<Shown>;
}

/** What each page of an incident is given. */
export interface Shown {
  readonly incident: IncidentData;
  readonly lookAgain: () => Promise<unknown>;
  readonly state: Followings;
  readonly onNoticed: () => void;
  /** The entries of which it is not known yet whether they are still open. */
  readonly unsure: ReadonlySet<string>;
}

/** An incident is followed from one of its pages to the other: a long journal is read once. */
export function IncidentPage({ reference, ...which }: Props) {
  const { incident, ...absent } = useIncident(reference);
  if (incident) return <Followed {...{ incident, ...which }} lookAgain={absent.lookAgain} />;
  return <AbsentIncident reference={reference} {...absent} />;
}

type Of = Pick<Props, 'page' | 'Sheet'> & Pick<Shown, 'incident' | 'lookAgain'>;

function Followed({ page, Sheet, incident, lookAgain }: Of) {
  const [state, following] = useFollowing(incident.id);
  const unsure = useRemarked(following, state);
  usePicture(state, lookAgain);
  const shown = { incident, lookAgain, state, unsure, onNoticed: following.notice };
  return page === 'sheet' ? <Sheet {...shown} /> : <IncidentLive {...shown} />;
}
