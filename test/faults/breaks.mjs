/**
 * Ways in which what was delivered can be spoilt on purpose, to see that the checker finds it: each spoils one batch in
 * two hundred.
 */
const breaks = {
  lose: (lines) => lines.slice(1),
  double: (lines) => [lines[0], ...lines],
  swap: (lines) => (lines.length < 2 ? lines : [lines[1], lines[0], ...lines.slice(2)]),
  /** A sealed line is opened. */
  leak: (lines) => lines.map((line) => line.replace(/,s,(\w+),(\w+),$/, ',o,$1,$2,secret')),
  /** An open line says something else. */
  alter: (lines) => lines.map((line) => (line.includes(',o,') ? `${line}!` : line)),
};
export const breakNames = Object.keys(breaks);

/** What writes a row down; spoilt, if it is to be. */
export function tampering(broken, write) {
  if (broken === undefined) return write;
  const spoil = breaks[broken];
  let batches = 0;
  return (row) => {
    const [id, at, kind, incident, number, hash, caughtUp, lines] = row.slice(0, -1).split('\t');
    const listed = kind === 'B' && lines !== '' ? lines.split(';') : [];
    const spoilt = listed.length > 0 ? spoil(listed) : [];
    if (spoilt.join(';') === listed.join(';')) return write(row);
    batches += 1;
    if (batches % 200 !== 0) return write(row);
    return write(`${[id, at, kind, incident, number, hash, caughtUp, spoilt.join(';')].join('\t')}\n`);
  };
}
