import { moved, planned, reassigned } from './action-plans';
import { type Cast, seats } from './cast';
import { corrected, written } from './entry-plans';
import type { Deed } from './history';
import { declaration, regionAdded, revised } from './incident-plans';
import { accessChanged, involved, joined, released, rightsChanged } from './party-plans';
import type { DeedOf, Plan, Scene } from './plan';
import { remarked } from './re-marking';
import type { Incident, World } from './world';

/** What a deed comes to in a world; null where there is nothing that it could be done to. */
export function planOf(deed: Deed, world: World, cast: Cast): Plan | null {
  const incidents = world.incidents.slice(1);
  const index = 'at' in deed ? (deed.at % incidents.length) + 1 : 0;
  return plans[deed.does](deed as never, { world, cast, index, at: world.incidents[index] as Incident });
}

type Plans = { readonly [Name in Deed['does']]: (deed: DeedOf<Name>, scene: Scene) => Plan | null };

const plans: Plans = {
  writes: written,
  corrects: corrected,
  plans: planned,
  starts: (deed, scene) =>
    moved(deed, scene, 'startAction', { from: ['PLANNED'], to: 'IN_PROGRESS', kind: 'ACTION_STARTED' }),
  completes: (deed, scene) =>
    moved(deed, scene, 'completeAction', { from: ['PLANNED', 'IN_PROGRESS'], to: 'DONE', kind: 'ACTION_COMPLETED' }),
  reassigns: reassigned,
  'adds region': regionAdded,
  involves: involved,
  releases: released,
  joins: joined,
  'changes access': accessChanged,
  're-marks': remarked,
  revises: revised,
  declares: ({ by, isOpen, parties }, { world, cast }) =>
    world.incidents.length > 4 ? null : declaration({ by, code: seats[by].code, isOpen, parties }, world, cast),
  'ends rights': ({ of }, { world, cast }) => (cast.seated.has(of) ? rightsChanged(of, null, world, cast) : null),
  'grants rights': ({ of, rights }, { world, cast }) =>
    cast.seated.has(of) ? rightsChanged(of, rights, world, cast) : null,
  enrols: () => null,
  reconnects: () => null,
};
