import type { VisibleReads } from '../access/reads';
import type { UnitOfWork } from '../journal/unit-of-work';
import { authorities } from './authorities.data';
import { registerStakeholder } from './stakeholder.commands';
import { stakeholder } from './stakeholder.reads';

/** Registers the public authorities that ship as data, as far as they are not registered yet. */
export async function registerAuthorities(work: UnitOfWork, reads: VisibleReads): Promise<void> {
  const known = new Set((await reads.rows({ kind: 'platform' }, stakeholder)).map(({ code }) => code));
  const missing = authorities.filter(({ code }) => !known.has(code));
  if (missing.length === 0) return;
  await work.run({ kind: 'platform' }, { mutation: 'registerAuthorities', input: {} }, async (atWork) => {
    for (const { code, name, aliases, kind, scope, jurisdiction } of missing) {
      const lists = { aliases: [...aliases], jurisdiction: [...jurisdiction] };
      await registerStakeholder(atWork, { code, name, kind, scope, ...lists });
    }
    return missing.length;
  });
}
