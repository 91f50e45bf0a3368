import type { TestCellule } from './cellule';
import { Overhearing } from './overhearing';

/** Hears of every statement that the server runs for its readers; those that find out who asks apart. */
class Counting extends Overhearing {
  readonly signIns: string[] = [];

  override logQuery(text: string): void {
    if (text.includes('stakeholder.id = viewer.stakeholder_id')) this.signIns.push(text);
    // Who read what is written in batches, and lost rings are looked for, beside the operations.
    else if (!/read_record|pg_current_snapshot/.test(text)) super.logQuery(text);
  }

  /** The table that each reads from. */
  async during(ask: () => Promise<unknown>): Promise<string[]> {
    this.heard = [];
    await ask();
    return this.heard.map(({ text }) => /"(\w+)"\."/.exec(text)?.[1] ?? 'a value').sort();
  }
}

export function countingStatements({ cellule }: TestCellule): Counting {
  const counting = new Counting();
  cellule.record.dataSource.logger = counting;
  return counting;
}
