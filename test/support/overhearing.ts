import type { Logger } from 'typeorm';

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Hears of the statements that the server runs, with what they are asked with. */
export class Overhearing implements Logger {
  heard: Statement[] = [];

  constructor(private readonly isWanted: (text: string) => boolean = () => true) {}

  logQuery(text: string, values: readonly unknown[] = []): void {
    if (this.isWanted(text)) this.heard.push({ text, values });
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
