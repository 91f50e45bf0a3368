import { folded } from '../words/folded';
import type { Line } from './use-incidents';
import type { AllNeeds, Needs } from './use-needs';

export type Order = 'need' | 'severity' | 'updated' | 'declared';

export const severities = ['MINOR', 'SIGNIFICANT', 'MAJOR', 'CRISIS'];
export const statuses = ['DECLARED', 'RESPONDING', 'CONTAINED', 'RESTORED'];

export interface Wanted {
  readonly search: string;
  readonly order: Order;
  /** Each of these empty for any. */
  readonly severity: string;
  readonly status: string;
  readonly region: string;
  readonly withClosed: boolean;
}

export const whatNeedsMe: Wanted = {
  ...{ search: '', order: 'need', severity: '', status: '', region: '' },
  withClosed: false,
};

/** Where an incident is closed, nothing waits for anybody. */
export function overdueOf({ status, overdue }: Line, needs: Needs | undefined): number {
  return status === 'CLOSED' ? 0 : (needs?.overdueActions.count ?? overdue.totalCount);
}

export function chosen(incidents: Iterable<Line>, wanted: Wanted, needs: AllNeeds): Line[] {
  const { search, order } = wanted;
  const words = folded(search).split(/\s+/).filter(Boolean);
  return [...incidents]
    .filter((line) => isWanted(line, wanted))
    .filter((line) => words.every((word) => folded(textOf(line)).includes(word)))
    .sort((a, b) => compared(rank(b, order, needs.get(b.id)), rank(a, order, needs.get(a.id))));
}

function isWanted({ status, severity, affectedRegions }: Line, wanted: Wanted): boolean {
  if (status === 'CLOSED' && !wanted.withClosed) return false;
  if (wanted.severity !== '' && severity !== wanted.severity) return false;
  if (wanted.status !== '' && status !== wanted.status) return false;
  return wanted.region === '' || affectedRegions.some(({ region }) => region.code === wanted.region);
}

/**
 * What needs the viewer first: the real before exercises; what waits for us, who are late or of whom nobody has read what
 * came; then the gravest, then where others are late, then what the viewer has not read, then the latest.
 */
function rank(line: Line, order: Order, needs: Needs | undefined): readonly (number | string)[] {
  const severity = severities.indexOf(line.severity);
  switch (order) {
    case 'need':
      return [
        line.status === 'CLOSED' ? 0 : 1,
        line.exercise ? 0 : 1,
        waitsForUs(needs) ? 1 : 0,
        severity,
        overdueOf(line, needs) > 0 ? 1 : 0,
        (needs?.unread?.byMe.count ?? 0) > 0 ? 1 : 0,
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

function waitsForUs(needs: Needs | undefined): boolean {
  return (needs?.ours.totalCount ?? 0) > 0 || (needs?.unread?.byUs.count ?? 0) > 0;
}

function compared(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? 0) > (b[at] ?? 0) ? 1 : -1;
}

function textOf({ title, summary, reference, operator, affectedRegions }: Line): string {
  return [title, summary, reference, operator?.name, ...affectedRegions.map(({ region }) => region.name)].join(' ');
}
