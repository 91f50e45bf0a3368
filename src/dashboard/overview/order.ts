import type { Line } from './use-incidents';
import type { Needs } from './use-needs';

export type Order = 'need' | 'severity' | 'updated' | 'declared';

const severities = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];

export interface Wanted {
  readonly search: string;
  readonly order: Order;
  readonly withClosed: boolean;
}

export type AllNeeds = ReadonlyMap<string, Needs>;

export function chosen(incidents: Iterable<Line>, { search, order, withClosed }: Wanted, needs: AllNeeds): Line[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return [...incidents]
    .filter((line) => withClosed || line.status !== 'CLOSED')
    .filter((line) => words.every((word) => folded(textOf(line)).includes(word)))
    .sort((a, b) => compared(rank(b, order, needs.get(b.id)), rank(a, order, needs.get(a.id))));
}

/** What needs the viewer first: actions that are overdue, entries unread, then the gravest, then the latest. */
function rank(line: Line, order: Order, needs: Needs | undefined): readonly (number | string)[] {
  const severity = severities.indexOf(line.severity);
  switch (order) {
    case 'need':
      return [
        line.status === 'CLOSED' ? 0 : 1,
        (needs?.overdueActions.count ?? line.overdue.totalCount) > 0 ? 1 : 0,
        (needs?.unread?.byMe.count ?? 0) > 0 ? 1 : 0,
        severity,
        line.updatedAt,
      ];
    case 'severity':
      return [severity, line.updatedAt];
    case 'updated':
      return [line.updatedAt];
    case 'declared':
      return [line.declaredAt];
  }
}

function compared(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? 0) > (b[at] ?? 0) ? 1 : -1;
}

function textOf({ title, reference, operator, affectedRegions }: Line): string {
  return [title, reference, operator?.name, ...affectedRegions.map(({ region }) => region.name)].join(' ');
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
