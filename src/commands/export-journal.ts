import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Operation } from '../access/operation';
import type { Viewer } from '../access/viewer';
import { registryStream } from '../access/visibility';
import { PersonReads } from '../identity/person.reads';
import { IncidentReads } from '../incident/incident.reads';
import { type Exported, exportJournal } from '../journal/export';
import { AppError, Refusal } from '../kernel/errors';
import { fromGlobalIdOf, toGlobalId } from '../kernel/ids';
import type { OpenRecord } from '../record';
import { StakeholderReads } from '../stakeholder/stakeholder.reads';
import { onExistingRecord } from './existing-record';

export interface ExportOptions {
  readonly incident?: string;
  readonly registry?: boolean;
  readonly stakeholder?: string;
  readonly person?: string;
  readonly out?: string;
}

type Reader = Exclude<Viewer, { kind: 'anonymous' }>;

/** Writes what one viewer may see of one journal. */
export async function exportJournalTo(options: ExportOptions): Promise<void> {
  if ((options.incident === undefined) !== (options.registry === true)) {
    throw new Refusal('Give --incident or --registry: one of them.');
  }
  await onExistingRecord(async ({ reads, readLog }) => {
    const viewer = await viewerOf(reads, options);
    readLog.begun(viewer, 'EXPORT');
    const shown = { kind: viewer.kind, stakeholder: options.stakeholder ?? null, personId: options.person ?? null };
    const header = { viewer: shown, exportedAt: new Date().toISOString() };
    const lines = exportJournal(reads, { viewer, ...(await journalOf(reads, viewer, options, header)) });
    await (options.out === undefined ? writeOut(lines) : writeWhole(options.out, lines));
  });
}

/** A person who acts for the stakeholder; a system of it; or, for the registry, the platform itself. */
async function viewerOf(reads: OpenRecord['reads'], options: ExportOptions): Promise<Reader> {
  const { stakeholder: code, person, registry } = options;
  if (code === undefined && person === undefined && registry) return { kind: 'platform' };
  if (code === undefined) throw new Refusal('Give --stakeholder: its code says for whom to export.');
  const found = await new StakeholderReads(reads).byCode(new Operation({ kind: 'platform' }, {}), code);
  if (!found) throw new Refusal(`There is no stakeholder with the code ${code}.`);
  if (person === undefined) return { kind: 'system', stakeholderId: found.id };
  const viewer = { kind: 'person', personId: keyOf('Person', person), stakeholderId: found.id } as const;
  if (await new PersonReads(reads).own(new Operation(viewer, {}))) return viewer;
  throw new Refusal(`--person: this person does not act for ${code}.`);
}

type Found = Omit<Exported, 'viewer'>;
type Common = Pick<Exported['header'], 'viewer' | 'exportedAt'>;

async function journalOf(
  reads: OpenRecord['reads'],
  viewer: Reader,
  { incident }: ExportOptions,
  common: Common,
): Promise<Found> {
  if (incident === undefined) {
    const complete = viewer.kind === 'platform';
    return { streamId: registryStream, header: { incidentId: null, reference: null, ...common, complete } };
  }
  const incidents = new IncidentReads(reads);
  const operation = new Operation(viewer, {});
  const key = incidentKey(incident);
  const row = await (key === null ? incidents.byReference(operation, incident) : incidents.byId(operation, key));
  if (!row) throw new Refusal(`There is no incident ${incident}, or this viewer may not see it.`);
  const { id, reference, head } = row;
  // Who does not follow it has no head, and is not told which lines are missing.
  const header = { incidentId: toGlobalId('Incident', id), reference, ...common, complete: head !== null };
  return { streamId: id, header };
}

/** Null for what is a reference. */
function incidentKey(text: string): string | null {
  try {
    return fromGlobalIdOf(['Incident'], text).key;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function keyOf(type: string, id: string): string {
  try {
    return fromGlobalIdOf([type], id).key;
  } catch (error) {
    throw error instanceof AppError ? new Refusal(`--${type.toLowerCase()}: ${error.message}`) : error;
  }
}

async function writeOut(lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(lines), process.stdout);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
    throw new Refusal('The output was closed before the export was whole.');
  }
}

/** The file appears when it is whole; until then, and if it fails, what was there stays. */
async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  const aside = `${path}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }));
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    const { syscall, message } = error as NodeJS.ErrnoException;
    throw syscall === undefined ? error : new Refusal(`${path} cannot be written: ${message}`);
  }
}
