import type { ZodType } from 'zod';
import { registryStream } from '../access/visibility';
import { Refusal } from '../kernel/errors';
import { toGlobalId } from '../kernel/ids';
import { canonicalJson, contentHash } from './chain';
import { ChainCheck, type Fault } from './chain-check';
import { declaration, type ExportHeader, type ExportLine, exportHeader, exportLine } from './export-format';

/** What there is to say of an export when its last line was read. */
export interface ExportSummary {
  readonly header: ExportHeader;
  readonly lines: number;
  readonly sealed: number;
  readonly absent: number;
  /** Whether the declaration, which the chain vouches for, tells the reference too; if not, the header alone does. */
  readonly tellsReference: boolean;
}

/** Verifies an export by itself: it yields each fault, and returns what it read. */
export async function* verifyExport(texts: AsyncIterable<string>): AsyncGenerator<Fault, ExportSummary> {
  let header: ExportHeader | undefined;
  let check = new ChainCheck('whole');
  let place = 0;
  let reference: string | undefined;
  for await (const text of texts) {
    place++;
    if (header === undefined) {
      header = headerOf(text);
      check = new ChainCheck(header.complete ? 'whole' : 'partial');
      if (header.incidentId !== incidentOf(header.stream)) yield { number: null, what: otherIncident };
      continue;
    }
    const line = parsed(exportLine, text);
    if (line === undefined) {
      yield { number: null, what: `line ${place} of the file is not a line of a journal` };
      continue;
    }
    const { content } = line;
    yield* check.line({ ...line, recomputed: content ? contentHash(canonicalJson(content)).toString('hex') : null });
    if (content && content['stream'] !== header.stream) {
      yield { number: line.number, what: 'its content belongs to another journal' };
    }
    reference ??= declaredReference(line);
  }
  if (header === undefined) throw new Refusal('The file is empty: an export begins with a header.');
  if (reference !== undefined && reference !== header.reference)
    yield { number: null, what: otherReference(reference) };
  yield* check.end(header.head);
  return { header, ...check.counts, tellsReference: reference !== undefined };
}

const otherIncident = 'the incident of its header is not that of its journal';
const otherReference = (declared: string) => `its header has another reference than ${declared}, which was declared`;

function incidentOf(stream: string): string | null {
  return stream === registryStream ? null : toGlobalId('Incident', stream);
}

/** Line 1 declares the incident, and tells what it is called by. */
function declaredReference({ number, content }: ExportLine): string | undefined {
  if (number !== 1) return undefined;
  const told = declaration.safeParse(content).data?.changes.find(({ field }) => field === 'reference');
  return told?.new ?? undefined;
}

function headerOf(text: string): ExportHeader {
  const header = parsed(exportHeader, text);
  if (header) return header;
  throw new Refusal('The file does not begin with the header of a cellule-journal export, version 1.');
}

function parsed<Value>(form: ZodType<Value>, text: string): Value | undefined {
  try {
    return form.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
