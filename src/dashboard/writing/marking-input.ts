import type { Audience, MarkingInput, Pap, Tlp } from '../api/generated';
import { chosenOf } from './several';

export type MarkingFields = { tlp: string; audience: string; pap: string; listed: string; persons: string };

export const tlps: readonly Tlp[] = ['TLP_RED', 'TLP_AMBER_STRICT', 'TLP_AMBER', 'TLP_GREEN', 'TLP_CLEAR'];
export const labels: Readonly<Record<string, string>> = {
  TLP_RED: 'TLP:RED',
  TLP_AMBER_STRICT: 'TLP:AMBER+STRICT',
  TLP_AMBER: 'TLP:AMBER',
  TLP_GREEN: 'TLP:GREEN',
  TLP_CLEAR: 'TLP:CLEAR',
};
/** From the widest to the narrowest. */
const audiences: readonly Audience[] = ['ENROLLED', 'INVOLVED', 'AUTHORITIES', 'LISTED'];
export const paps: readonly Pap[] = ['PAP_RED', 'PAP_AMBER', 'PAP_GREEN', 'PAP_CLEAR'];

/** All of an incident lies within its marking: it is for those involved, or for all who are enrolled, and not TLP:RED, which is for named persons. */
export const ofIncident = {
  tlps: ['TLP_AMBER_STRICT', 'TLP_AMBER', 'TLP_GREEN', 'TLP_CLEAR'],
  audiences: ['INVOLVED', 'ENROLLED'],
} as const;

/** What all who are enrolled may read is no secret of those involved. */
export function suits(audience: string, tlp: string): boolean {
  return audience !== 'ENROLLED' || tlp === 'TLP_GREEN' || tlp === 'TLP_CLEAR';
}

export const noMarking: MarkingFields = { tlp: '', audience: 'INVOLVED', pap: '', listed: '', persons: '' };

/** Nothing chosen: as what it is about. */
export function markingOf({ tlp, audience, pap, listed, persons }: MarkingFields): MarkingInput | undefined {
  if (tlp === '') return undefined;
  const common = { tlp: tlp as Tlp, pap: pap === '' ? null : (pap as Pap) };
  if (tlp === 'TLP_RED') return { ...common, persons: chosenOf(persons) };
  return {
    ...common,
    audience: audience as Audience,
    ...(audience === 'LISTED' && { stakeholders: chosenOf(listed) }),
  };
}

export interface Recorded {
  readonly tlp: Tlp;
  readonly audience: Audience;
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
  /** Whose it is. */
  readonly originator: { readonly id: string; readonly name: string } | null;
  readonly isIncident: boolean;
  /** By whom may only let fewer read it, which leaves the PAP as it is. */
  readonly isNarrowing: boolean;
}

/** None that is always refused. */
export function offered(tlp: string, whole: Audience, recorded?: Recorded) {
  const { isIncident = false, isNarrowing = false } = recorded ?? {};
  const all: { tlps: readonly Tlp[]; audiences: readonly Audience[] } = isIncident ? ofIncident : { tlps, audiences };
  const reaches = (one: Audience) => suits(one, tlp) && (one !== 'ENROLLED' || isIncident || whole === 'ENROLLED');
  if (!recorded || !isNarrowing) return { ...all, audiences: all.audiences.filter(reaches) };
  const strict = tlps.slice(0, tlps.indexOf(recorded.tlp) + 1);
  const narrow = audiences.slice(Math.max(0, audiences.indexOf(recorded.audience)));
  return {
    tlps: all.tlps.filter((one) => strict.includes(one) && (one !== 'TLP_RED' || recorded.tlp === one)),
    audiences: all.audiences.filter((one) => reaches(one) && narrow.includes(one)),
  };
}
