import type { Cast } from './cast';

/** The kinds of viewers; `cast.ts` says who they are. A new kind is a line here, one there, and its place below. */
export const viewers = [
  'originator',
  'colleague',
  'listed',
  'named',
  'companion',
  'authority',
  'operator',
  'system',
  'enrolled',
  'released',
  'platform',
  'administrator',
  'ended',
  'anonymous',
] as const;
export type ViewerName = (typeof viewers)[number];

/** Who follows both incidents of the world, and may read. The platform's stakeholder is involved too, but does not read. */
export const followers: readonly ViewerName[] = [
  'originator',
  'colleague',
  'listed',
  'named',
  'companion',
  'authority',
  'operator',
  'system',
];

/** Who reads anything at all within incidents. */
export const readers: readonly ViewerName[] = [...followers, 'enrolled', 'released'];

export const everybody: readonly ViewerName[] = viewers.filter((name) => name !== 'ended');
export const tokenHolders: readonly ViewerName[] = everybody.filter((name) => name !== 'anonymous');

/** The incidents that things belong to: one that every enrolled stakeholder reads, and one for those involved. */
export const wholes = {
  open: { marking: { tlp: 'TLP_GREEN', audience: 'ENROLLED' }, seenBy: readers },
  closed: { marking: { tlp: 'TLP_AMBER', audience: 'INVOLVED' }, seenBy: followers },
} as const;
export type WholeName = keyof typeof wholes;

export interface MarkingRow {
  readonly label: string;
  readonly input: (cast: Cast) => object;
  /** The incidents whose parts may carry it. */
  readonly within: readonly WholeName[];
  readonly seenBy: readonly ViewerName[];
}

/**
 * The expectation: for each marking, who sees what carries it. Written by hand, from the words of the rules, and from
 * nothing in `src/access`.
 */
export const markings: readonly MarkingRow[] = [
  {
    label: 'TLP:GREEN ENROLLED',
    input: () => ({ tlp: 'TLP_GREEN', audience: 'ENROLLED' }),
    within: ['open'],
    seenBy: readers,
  },
  {
    label: 'TLP:AMBER INVOLVED',
    input: () => ({ tlp: 'TLP_AMBER', audience: 'INVOLVED' }),
    within: ['open', 'closed'],
    seenBy: followers,
  },
  {
    label: 'TLP:AMBER AUTHORITIES',
    input: () => ({ tlp: 'TLP_AMBER', audience: 'AUTHORITIES' }),
    within: ['open', 'closed'],
    seenBy: ['originator', 'colleague', 'authority', 'system'],
  },
  {
    label: 'TLP:AMBER+STRICT LISTED',
    input: ({ list }) => ({ tlp: 'TLP_AMBER_STRICT', audience: 'LISTED', stakeholders: list }),
    within: ['open', 'closed'],
    seenBy: ['originator', 'colleague', 'listed', 'system'],
  },
  {
    label: 'TLP:RED PERSONS',
    input: ({ names }) => ({ tlp: 'TLP_RED', audience: 'PERSONS', persons: names }),
    within: ['open', 'closed'],
    seenBy: ['originator', 'named'],
  },
];
