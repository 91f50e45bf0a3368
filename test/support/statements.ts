import type { Logger } from 'typeorm';
import type { TestCellule } from './cellule';

/** Hears of every statement that the server runs for its readers, but for who asks, and who read what. */
class Counting implements Logger {
  private heard: string[] = [];

  logQuery(text: string): void {
    if (!/read_record|stakeholder\.id = viewer\.stakeholder_id/.test(text)) this.heard.push(text);
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
