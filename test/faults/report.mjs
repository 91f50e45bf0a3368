const mustBeNone = [
  'lost',
  'doubled',
  'outOfOrder',
  'leaked',
  'altered',
  'silent',
  'acknowledgedAndLost',
  'writtenTwice',
];
const names = {
  deliveries: 'lines delivered',
  overviews: 'changes of the overview delivered',
  lost: 'lost',
  doubled: 'doubled',
  outOfOrder: 'out of order',
  leaked: 'leaked',
  altered: 'not as the database has it',
  silent: 'heartbeats that did not come',
  acknowledged: 'entries acknowledged',
  acknowledgedAndLost: 'acknowledged, and not in the database',
  writtenTwice: 'written twice',
};

/** What is printed at the end, and whether all is well. */
export function reportOf({ trial, verdict, metrics, seconds, machine, connections }) {
  const { hands, found, stuck, boundaries, crowd, options } = trial;
  const isEnough = verdict.deliveries >= options.deliveries;
  const isGood =
    mustBeNone.every((name) => verdict[name] === 0) && stuck.length + hands.refusals.length === 0 && isEnough;
  const rows = Object.entries(names).map(([name, words]) => [words, verdict[name]]);
  const report = [
    `seed ${options.seed}; ${machine}`,
    `${seconds.toFixed(0)} s, ${metrics.length} nodes, ${crowd.everybody.length} subscribers, ${connections} connections, ${boundaries.length} times an older database`,
    `wake-ups at the end, since the last start of each node: ${metrics.map(wakeUps).join(' / ')}`,
    '',
    table(
      ['storm', 'times', 'whole again after, ms: median', 'worst'],
      [...found].map(([name, times]) => [name, times.length, median(times), Math.max(...times)]),
    ),
    '',
    table(['what', 'how many'], rows),
    ...verdict.notes,
    ...(stuck.length > 0 ? [`never whole again: subscribers ${[...new Set(stuck)].join(', ')}`] : []),
    ...[...new Set(hands.refusals)].slice(0, 10).map((refusal) => `refused: ${refusal}`),
    ...(isEnough
      ? []
      : [
          `${options.deliveries} deliveries were asked for: the machine was too slow for them in ${options.minutes} minutes`,
        ]),
    '',
    isGood ? 'Nothing lost, doubled, out of order or leaked.' : 'NOT GOOD.',
  ];
  return { report: report.join('\n'), isGood };
}

function median(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)];
}

function wakeUps(metrics) {
  const found = [...metrics.matchAll(/^cellule_(wake_ups|sweeps)_total\{\w+="(\w+)"\} (\d+)/gm)];
  return found.map(([, of, by, count]) => `${of === 'sweeps' ? 'sweeps that found ' : ''}${by} ${count}`).join(', ');
}

function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const [first, ...others] = all;
  return [line(first), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...others.map(line)].join('\n');
}
