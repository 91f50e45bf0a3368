import type { ZodType } from 'zod';
import { Refusal } from '../kernel/errors';
import { canonicalJson, contentHash } from './chain';
import { ChainCheck, type Fault } from './chain-check';
import { type ExportHeader, exportHeader, exportLine } from './export-format';

/** What there is to say of an export when its last line was read. */
export interface ExportSummary {
  readonly header: ExportHeader;
  readonly lines: number;
  readonly sealed: number;
  readonly absent: number;
}

/** Verifies an export by itself: it yields each fault, and returns what it read. */
export async function* verifyExport(texts: AsyncIterable<string>): AsyncGenerator<Fault, ExportSummary> {
  let header: ExportHeader | undefined;
  let check = new ChainCheck('whole');
  let place = 0;
  for await (const text of texts) {
    place++;
    if (header === undefined) {
      header = headerOf(text);
      check = new ChainCheck(header.complete ? 'whole' : 'partial');
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
  }
  if (header === undefined) throw new Refusal('The file is empty: an export begins with a header.');
  yield* check.end(header.head);
  return { header, ...check.counts };
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
