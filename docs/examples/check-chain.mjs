// Checks a whole journal with nothing of Cellule's: that no line is missing, and that none was altered or put in between.
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node check-chain.mjs ARS-BRE-2024-7KQ2
import { createHash } from 'node:crypto';

const { CELLULE_URL: url, CELLULE_TOKEN: token } = process.env;
const [reference] = process.argv.slice(2);

const query = `query ($reference: String!, $after: String) {
  incident(reference: $reference) {
    journal(first: 500, after: $after) {
      edges { node { ... on NumberedLine { number contentHash chainHash } ... on JournalEntry { canonicalContent } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

async function page(after) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { reference, after } });
  const { data, errors } = await (await fetch(url, { method: 'POST', headers, body })).json();
  if (errors) throw new Error(errors[0].message);
  return data.incident.journal;
}

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

function bytesOf(number) {
  const eightBytes = Buffer.alloc(8);
  eightBytes.writeBigUInt64BE(BigInt(number));
  return eightBytes;
}

/** The line, if it follows the one before, and is what was hashed. */
function checked(last, { number, contentHash, chainHash, canonicalContent }) {
  const [before, content] = [last.chainHash, contentHash].map((hash) => Buffer.from(hash, 'hex'));
  const isOpen = canonicalContent !== undefined; // A sealed line shows no content, and holds the chain all the same.
  if (number !== last.number + 1) throw new Error(`Line ${number} came after line ${last.number}.`);
  if (isOpen && sha256(canonicalContent) !== contentHash) throw new Error(`Line ${number} is not what was hashed.`);
  if (sha256(before, bytesOf(number), content) !== chainHash) throw new Error(`Line ${number} breaks the chain.`);
  return { number, chainHash };
}

let last = { number: 0, chainHash: '0'.repeat(64) };
for (let after = null, more = true; more; ) {
  const { edges, pageInfo } = await page(after);
  for (const { node } of edges) last = checked(last, node);
  after = pageInfo.endCursor;
  more = pageInfo.hasNextPage;
}
console.log(`All ${last.number} lines hold. Keep this, to see later that they are still the same: ${last.chainHash}`);
