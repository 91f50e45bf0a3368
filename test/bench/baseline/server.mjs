// The limit that the product is held against: node:http with one statement for each request, and a broadcast of one
// buffer with `ws`. No GraphQL, no rights, no journal.
import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { memoryNow } from '../usage.mjs';
import { answering } from '../worker.mjs';
import { copyOf, statements } from './statements.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const subscribers = new Set();
let sent = 0;
let message = (number) => `{"number":${number}}`;

async function answerTo(path, body) {
  const { variables } = JSON.parse(body);
  if (path === '/broadcast') return broadcast(variables.input.entry.text);
  const { text, values } = statements[path];
  const { rows } = await pool.query({ name: path, text, values: values(variables) });
  return rows[0].answer;
}

function broadcast(text) {
  sent += 1;
  const buffer = Buffer.from(message(sent, text));
  for (const socket of subscribers) socket.send(buffer, { binary: false });
  return '{"data":{}}';
}

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', async () => {
    const answer = await answerTo(request.url, Buffer.concat(parts)).catch((error) =>
      JSON.stringify({ errors: [String(error)] }),
    );
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});

new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', (given) => {
    const { type } = JSON.parse(given);
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
    if (type !== 'subscribe') return;
    subscribers.add(socket);
    socket.send(`{"head":{"number":${sent}}}`);
  });
  socket.on('close', () => subscribers.delete(socket));
  socket.on('error', () => undefined);
});

/** The rows go no further than `pg`. */
async function copy(incident) {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  let rows = 0;
  client.connection.on('copyData', () => {
    rows += 1;
  });
  const began = performance.now();
  await client.query(copyOf(incident));
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return { entries: rows, seconds };
}

// As long as the product keeps a connection.
server.keepAliveTimeout = 65_000;
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
answering({
  ready: () => ({ port: server.address().port }),
  usage: () => process.cpuUsage(),
  memory: memoryNow,
  /** To send what the product sends: the same bytes but for the number, and the text of each entry. */
  imitate: ({ beforeText, afterText, afterNumber }) => {
    message = (number, text) => beforeText + text + afterText + number + afterNumber;
  },
  copy,
});
