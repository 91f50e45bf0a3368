import type { DataSource, ObjectLiteral, QueryRunner } from 'typeorm';
import { type Run, runOn } from '../kernel/sql';
import type { Appends, Recorded } from './append';

interface Means {
  readonly dataSource: DataSource;
  readonly appends: Appends;
}

/**
 * The transaction of one command. It begins with the first statement that locks or changes something: at READ COMMITTED,
 * each statement before that sees what it would see inside. A command whose one change is its entry needs no more than the
 * statement that appends it.
 */
export class Transaction {
  private runner: QueryRunner | undefined;
  private begun: Promise<QueryRunner> | undefined;
  private isOver = false;

  private readonly onPool: Run;
  private readonly onOwn: Run;

  private constructor(private readonly means: Means) {
    this.onPool = runOn(means.dataSource);
    this.onOwn = runOn(means.dataSource, async () => (await this.begin()).connect());
  }

  /** Commits what the command did, or rolls it back if it threw. */
  static async run<Result>(means: Means, command: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const transaction = new Transaction(means);
    try {
      const result = await command(transaction);
      await transaction.runner?.commitTransaction();
      return result;
    } catch (error) {
      // What rolls it back may fail with the connection, which rolls it back too.
      await transaction.runner?.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      transaction.isOver = true;
      await transaction.runner?.release();
    }
  }

  /**
   * For statements that neither lock nor change anything. Until it begins it keeps no connection for itself: who kept one
   * and waited for another, as what is done together does, could wait for good.
   */
  readonly run: Run = (statement) =>
    this.begun ? this.begun.then(() => this.onOwn(statement)) : this.onPool(statement);

  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  /** For all others. */
  readonly change: Run = (statement) => this.onOwn(statement);

  /** The last that a transaction does; if it is all, in one with what others append at the same time. */
  append(entries: Recorded): Promise<void> {
    const { appends } = this.means;
    return this.begun ? appends.appendIn(this.onOwn, entries) : appends.append(entries);
  }

  async insert<Row extends ObjectLiteral>(entity: new () => Row, rows: Row | readonly Row[]): Promise<void> {
    const { manager } = await this.begin();
    await manager.insert(entity, rows as never);
  }

  /** False if the row is no longer at its version. */
  async update<Row extends ObjectLiteral & { readonly id: string; readonly version: number }>(
    entity: new () => Row,
    { id, version }: Row,
    patch: object,
  ): Promise<boolean> {
    const { manager } = await this.begin();
    const { affected } = await manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...patch, ...this.emptied(entity, patch) } as never)
      .where('id = :id AND version = :version', { id, version })
      .execute();
    return affected === 1;
  }

  /** An embedded value that is emptied is a null in each of its columns. */
  private emptied(entity: new () => ObjectLiteral, patch: object): object {
    const nulls = this.means.dataSource
      .getMetadata(entity)
      .embeddeds.filter(({ propertyName }) => (patch as Record<string, unknown>)[propertyName] === null)
      .map(({ propertyName, columns }) => [
        propertyName,
        Object.fromEntries(columns.map((column) => [column.propertyName, null])),
      ]);
    return Object.fromEntries(nulls);
  }

  private begin(): Promise<QueryRunner> {
    this.begun ??= this.start();
    return this.begun;
  }

  /** What is left behind by a command that failed begins nothing that nobody would end. */
  private async start(): Promise<QueryRunner> {
    if (this.isOver) throw new Error('The transaction is over.');
    this.runner = this.means.dataSource.createQueryRunner();
    await this.runner.startTransaction();
    return this.runner;
  }
}
