import { canonicalContent, chainHash, contentHash, genesisHash } from '../../src/journal/chain';
import type { JournalEntryRow } from '../../src/journal/journal.entity';

/** The worked example of docs/chain.md: made by the code, so that it stays true. */
export function workedExample(): string {
  const contents = [declared, noted].map(canonicalContent);
  const hashes = contents.map(contentHash);
  const chain: Buffer[] = [];
  for (const [index, hash] of hashes.entries()) chain.push(chainHash(chain.at(-1) ?? genesisHash, index + 1, hash));
  const hex = (bytes: Buffer | undefined) => bytes?.toString('hex');
  const steps = [0, 1].map((index) => [
    `Line ${index + 1}, canonical content (${Buffer.byteLength(contents[index] ?? '')} bytes):`,
    block('json', contents[index]),
    block(
      '',
      `content hash   ${hex(hashes[index])}`,
      `previous hash  ${hex(chain[index - 1] ?? genesisHash)}`,
      `number         ${(index + 1).toString(16).padStart(16, '0')}`,
      `chain hash     ${hex(chain[index])}`,
    ),
  ]);
  const lines = [0, 1].map((index) => ({
    number: index + 1,
    contentHash: hex(hashes[index]),
    chainHash: hex(chain[index]),
    ...(index === 0 && { content: JSON.parse(contents[0] ?? '') }),
  }));
  const head = { number: 2, chainHash: hex(chain[1]) };
  const exported = [{ ...header, head }, ...lines].map((line) => JSON.stringify(line));
  return [...steps.flat(), 'As an export for a reader who may not read line 2:', block('ndjson', ...exported)].join(
    '\n\n',
  );
}

function block(language: string, ...lines: (string | undefined)[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n');
}

const stream = '0192a4f2-1b00-7000-8000-000000000001';
const bretagne = '0192a4f2-1b00-7000-8000-0000000000a1';
const person = '0192a4f2-1b00-7000-8000-0000000000b1';

const header = {
  format: 'cellule-journal',
  version: 1,
  stream,
  incidentId: Buffer.from(`Incident:${stream}`).toString('base64url'),
  reference: 'ARS-BRE-2024-7KQ2',
  viewer: { kind: 'system', stakeholder: 'DGS-CCS', personId: null },
  exportedAt: '2024-10-20T17:00:00.000Z',
  complete: true,
};

const declared: JournalEntryRow = {
  id: '0192a4f2-1b00-7000-8000-0000000000c1',
  streamId: stream,
  kind: 'INCIDENT_DECLARED',
  category: 'FACT',
  text: 'Déclaration de l’incident.',
  occurred: null,
  recordedAt: new Date('2024-10-19T08:30:00.000Z'),
  authorPersonId: person,
  authorPersonName: 'Cadre d’astreinte',
  authorStakeholderId: bretagne,
  authorStakeholderName: 'ARS Bretagne',
  direction: null,
  sender: null,
  recipient: null,
  channel: null,
  confidence: null,
  provenanceLabel: null,
  provenanceUrl: null,
  provenancePublished: null,
  subjectType: 'Incident',
  subjectId: stream,
  changes: [{ field: 'title', old: null, new: 'Cyberattaque' }],
  repliesTo: null,
  corrects: null,
  marking: {
    tlp: 'TLP_AMBER',
    audience: 'INVOLVED',
    pap: null,
    stakeholders: [],
    persons: [],
    originator: bretagne,
    author: person,
    delegate: null,
    version: 1,
  },
  salt: Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex'),
};

const noted: JournalEntryRow = {
  ...declared,
  id: '0192a4f2-1b00-7000-8000-0000000000c2',
  kind: 'NOTE',
  category: 'INFORMATION',
  text: 'Appel du grossiste : « plus de livraison avant lundi ».',
  occurred: {
    earliest: new Date('2024-10-19T08:00:00.000Z'),
    latest: new Date('2024-10-19T09:00:00.000Z'),
    precision: 'RANGE',
    words: 'entre 10 h et 11 h',
  },
  recordedAt: new Date('2024-10-19T09:12:00.000Z'),
  direction: 'RECEIVED',
  sender: 'Grossiste',
  channel: 'PHONE',
  confidence: 'TO_VERIFY',
  provenanceLabel: 'Appel téléphonique',
  changes: [],
  marking: { ...declared.marking, audience: 'LISTED', stakeholders: ['0192a4f2-1b00-7000-8000-0000000000a2'] },
  salt: Buffer.from('202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f', 'hex'),
};
