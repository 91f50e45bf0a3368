/** A figure would say nothing about what is measured: the machine is too busy, or lacks something. */
export class NotMeasurable extends Error {}

/** A row of the table: what its rounds come to with `of`, and how much of that is wanted. */
export const atLeast = (row, unit) => ({ ...row, unit, better: 'more' });
export const atMost = (row, unit) => ({ ...row, unit, better: 'less' });
/** One that nothing is wanted of: it says what another is made of. */
export const beside = (row, unit) => ({ ...row, unit });

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The row as it is shown: the median over the rounds, and how it stands. */
export function rowOf({ id, unit, goal, gate, better, suffix = '', of }, rounds) {
  const values = rounds.map(of);
  const measured = median(values);
  if (goal === undefined) return { id, unit, values, measured, shown: [unit, shownOf(values, suffix), '–', '–', '–'] };
  const isWithin = (bound) => (better === 'more' ? measured >= bound : measured <= bound);
  const verdict = isWithin(goal) ? 'goal met' : isWithin(gate) ? 'gate met' : 'below gate';
  const sign = better === 'more' ? '≥' : '≤';
  return {
    id,
    unit,
    values,
    measured,
    goal,
    gate,
    verdict,
    shown: [unit, shownOf(values, suffix), `${sign} ${goal}${suffix}`, `${gate}${suffix}`, verdict],
  };
}

function shownOf(values, suffix) {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((value) =>
    value.toFixed(2),
  );
  return values.length > 1 ? `${middle}${suffix} (${least}–${most})` : `${middle}${suffix}`;
}

/** The table in Markdown, its columns aligned. */
export function tableOf(rows) {
  const lines = [['unit', 'measured', 'goal', 'gate', 'verdict'], ...rows.map(({ shown }) => shown)];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const drawn = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  drawn.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return drawn.join('\n');
}
