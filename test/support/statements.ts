import type { Logger } from 'typeorm';
import type { TestCellule } from './cellule';

/** Hears of every statement that the server runs for its readers; those that find out who asks apart. */
class Counting implements Logger {
  readonly signIns: string[] = [];
  private heard: string[] = [];

  logQuery(text: string): void {
    if (text.includes('stakeholder.id = viewer.stakeholder_id')) this.signIns.push(text);
    // Who read what is written in batches, beside the operations.
    else if (!text.includes('read_record')) this.heard.push(text);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}

  /** The table that each reads from. */
  async during(ask: () => Promise<unknown>): Promise<string[]> {
    this.heard = [];
    await ask();
    return this.heard.map((text) => /"(\w+)"\."/.exec(text)?.[1] ?? 'a value').sort();
  }
}

export function countingStatements({ cellule }: TestCellule): Counting {
  const counting = new Counting();
  cellule.record.dataSource.logger = counting;
  return counting;
}
