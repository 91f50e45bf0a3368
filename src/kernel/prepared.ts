import { Client, type QueryConfig } from 'pg';

/** Statements that one connection keeps prepared; texts that differ with what is asked must not fill the server's memory. */
const mostPrepared = 300;

/**
 * A connection on which PostgreSQL parses and plans each statement text once, and not each time: for most statements here
 * that takes longer than running them.
 */
export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();

  // biome-ignore lint/suspicious/noExplicitAny: the library has nine forms of it.
  override query(statement: any, values?: any, callback?: any): any {
    const isParametrised = typeof statement === 'string' && Array.isArray(values) && values.length > 0;
    const name = isParametrised ? this.nameOf(statement) : undefined;
    if (name === undefined) return super.query(statement, values, callback);
    const config: QueryConfig = { name, text: statement, values };
    return callback ? super.query(config, callback) : super.query(config);
  }

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= mostPrepared) return known;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
