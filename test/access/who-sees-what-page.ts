/** What a viewer gets of a thing: all of it, its sealed line, or nothing. */
export type Sight = 'reads' | 'sealed' | 'nothing';

/** For each viewer, what it gets of the thing in each column. */
export interface Sights {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, readonly Sight[]>>;
}

export interface Observed {
  readonly byMarking: Sights;
  readonly incidents: Sights;
  readonly registry: Sights;
}

const signs: Record<Sight, string> = { reads: '●', sealed: '▪', nothing: '' };

/** The page in one language, around what was observed. */
export function whoSeesWhatPage(observed: Observed, words: Words): string {
  const { sections, viewers, things } = words;
  const shown = (sights: Sights) => table(sights, viewers, things, words.viewer);
  return `${[
    ...sections.before,
    '',
    ...shown(observed.byMarking),
    '',
    ...sections.afterMarkings,
    '',
    ...shown(observed.incidents),
    '',
    ...sections.afterIncidents,
    '',
    ...shown(observed.registry),
    '',
    ...sections.after,
  ].join('\n')}\n`;
}

export interface Words {
  readonly viewer: string;
  readonly viewers: Readonly<Record<string, string>>;
  readonly things: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<'before' | 'afterMarkings' | 'afterIncidents' | 'after', readonly string[]>>;
}

function table({ columns, rows }: Sights, viewers: Words['viewers'], things: Words['things'], viewer: string) {
  return [
    `| ${[viewer, ...columns.map((column) => things[column] ?? column)].join(' | ')} |`,
    `|${'---|'.repeat(columns.length + 1)}`,
    ...Object.entries(rows).map(
      ([who, sights]) => `| ${[viewers[who] ?? who, ...sights.map((sight) => signs[sight])].join(' | ')} |`,
    ),
  ];
}
