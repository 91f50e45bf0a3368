/** What is kept with a row that is shown again and again. */
export interface Kept {
  /** What the look-ups below it found in the same answer of the database: what is shown of it hangs on nothing else. */
  readonly finds: ReadonlySet<unknown>;
  /** What it was last shown as, and at which place of a document. */
  shown?: { readonly as: unknown; readonly at: object };
}

/** A row as it was read. */
export class ReadRow {
  /** No property of the row: what is made of its properties begins without it. */
  #kept: Kept | undefined;

  static keep(row: object, finds: Kept['finds']): void {
    if (row instanceof ReadRow) row.#kept = { finds };
  }

  /** Nothing of a row that is read for once. */
  static kept(row: unknown): Kept | undefined {
    return row instanceof ReadRow ? row.#kept : undefined;
  }
}
