import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Fault } from '../journal/chain-check';
import { StoredJournals } from '../journal/stored-journals';
import { type ExportSummary, verifyExport } from '../journal/verify-export';
import { type Finding, verifyStored } from '../journal/verify-stored';
import { Refusal } from '../kernel/errors';
import { onExistingRecord } from './existing-record';

/** Verifies all journals of the database, or one export: faults are said as they are found, and refused at the end. */
export async function verifyJournal({ file }: { readonly file?: string }): Promise<void> {
  if (file !== undefined) return verifyFile(file);
  return onExistingRecord(({ dataSource }) => verifyDatabase(new StoredJournals(dataSource)));
}

async function verifyDatabase(stored: StoredJournals): Promise<void> {
  let faults = 0;
  const faulty = new Set<string>();
  for await (const finding of verifyStored(stored)) {
    if (finding.kind === 'fault') {
      faults++;
      faulty.add(finding.journal);
      say(faultInWords(finding.journal, finding));
    } else if (!faulty.has(finding.journal)) say(intact(finding));
  }
  if (faults > 0) throw new Refusal(`The record does not verify: ${counted(faults, 'fault')}.`);
  say('The record verifies.');
}

function intact({ journal, number, chainHash }: Finding & { readonly kind: 'checked' }): string {
  return `${journal}: ${counted(number, 'line')}, intact, chain hash ${chainHash}`;
}

async function verifyFile(file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  const verifying = verifyExport(lines);
  let faults = 0;
  for (;;) {
    const { value, done } = await verifying.next().catch((error: NodeJS.ErrnoException) => {
      throw error.syscall === undefined ? error : new Refusal(`${file} cannot be read: ${error.message}`);
    });
    if (done) {
      if (faults > 0) throw new Refusal(`The export does not verify: ${counted(faults, 'fault')}.`);
      say(summary(value));
      return;
    }
    faults++;
    say(faultInWords(file, value));
  }
}

function summary({ header, lines, sealed, absent, tellsReference }: ExportSummary): string {
  const { incidentId, head } = header;
  const reference = tellsReference ? header.reference : `${header.reference} (by the header alone)`;
  const parts = [counted(lines, 'line'), `${sealed} sealed`, `${absent} not in the file`];
  return `${incidentId === null ? 'registry' : reference}: ${parts.join(', ')}, intact up to line ${head.number}, chain hash ${head.chainHash}`;
}

function faultInWords(journal: string, { number, what }: Fault): string {
  return number === null ? `${journal}: ${what}` : `${journal}: line ${number}: ${what}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
