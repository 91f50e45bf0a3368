// Verifies an export of a journal as docs/chain.md describes it, with nothing of Cellule: node independent-verifier.mjs FILE
// Says what it found on standard output; exits with 0 if everything holds, and with 1 otherwise.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const faults = [];
const [header, ...lines] = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n').map(parse);
if (header?.format !== 'cellule-journal' || header.version !== 1) faults.push('not an export of version 1');
else verify();
process.stdout.write(faults.length === 0 ? `${lines.length} lines hold\n` : `${faults.join('\n')}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

function verify() {
  const isRegistry = /^[0-]+$/.test(header.stream);
  const incident = isRegistry ? null : Buffer.from(`Incident:${header.stream}`).toString('base64url');
  if (header.incidentId !== incident) faults.push('header: incident');
  const declared = lines[0]?.number === 1 && lines[0].content?.changes.find(({ field }) => field === 'reference');
  if (declared && declared.new !== header.reference) faults.push('header: reference');
  let previous = { number: 0, chainHash: '0'.repeat(64) };
  for (const line of lines) {
    if (line.content && sha256(Buffer.from(canonical(line.content), 'utf8')) !== line.contentHash) {
      faults.push(`line ${line.number}: content`);
    }
    if (line.content && line.content.stream !== header.stream) faults.push(`line ${line.number}: stream`);
    if (line.number === previous.number + 1) checkLink(previous, line);
    else if (header.complete || line.number <= previous.number) faults.push(`line ${line.number}: number`);
    previous = line;
  }
  if (previous.number !== header.head.number || previous.chainHash !== header.head.chainHash) faults.push('head');
}

function checkLink(previous, { number, contentHash, chainHash }) {
  const eightBytes = Buffer.alloc(8);
  eightBytes.writeUInt32BE(Math.floor(number / 2 ** 32), 0);
  eightBytes.writeUInt32BE(number % 2 ** 32, 4);
  const bytes = Buffer.concat([Buffer.from(previous.chainHash, 'hex'), eightBytes, Buffer.from(contentHash, 'hex')]);
  if (bytes.length !== 72 || sha256(bytes) !== chainHash) faults.push(`line ${number}: chain`);
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** RFC 8785 for what a content is made of: objects, lists, texts and null. */
function canonical(value) {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`A content holds no ${typeof value}.`);
  const names = Object.keys(value).sort(byUnits);
  return `{${names.map((name) => `${quoted(name)}:${canonical(value[name])}`).join(',')}}`;
}

function byUnits(one, other) {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const difference = one.charCodeAt(index) - other.charCodeAt(index);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function quoted(text) {
  const short = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' };
  let written = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (short[unit]) written += short[unit];
    else written += unit < 32 ? `\\u${unit.toString(16).padStart(4, '0')}` : text[index];
  }
  return `"${written}"`;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    faults.push('a line that is not JSON');
    return {};
  }
}
