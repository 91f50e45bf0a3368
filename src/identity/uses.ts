import { noteUses } from '../journal/bookkeeping';
import type { Run } from '../kernel/sql';

/** When credentials were last used: gathered, and written now and then. */
export class Uses {
  private noted = new Map<string, Date>();

  note(credentialId: string): void {
    this.noted.set(credentialId, new Date());
  }

  async write(run: Run): Promise<void> {
    const { noted } = this;
    if (noted.size === 0) return;
    this.noted = new Map();
    await noteUses(run, noted);
  }
}
