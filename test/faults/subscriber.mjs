import WebSocket from 'ws';
import { isPassing } from './asker.mjs';
import { now } from './chance.mjs';

/** After so long without a word, whoever follows takes the connection for dead: the heartbeat comes every two seconds. */
const silenceMs = 7000;
const short = (hash) => hash.slice(0, 12);

const journal = (more) => `subscription ($incidents: [ID!], $after: [JournalPositionInput!]) {
  journal(incidents: $incidents, after: $after) {
    __typename
    ... on JournalBatch { ${more} lines { __typename ... on NumberedLine { number contentHash chainHash } ... on JournalEntry { text } }
      head { incidentId number chainHash } caughtUp }
    ... on JournalHeartbeat { heads { incidentId number chainHash } }
    ... on JournalEnded { incidentId endReason: reason }
    ... on JournalReset { incidentId resetReason: reason head { incidentId number chainHash } } } }`;
const shown = 'id title';
const documents = {
  plain: journal(''),
  'looked up': journal('incident { title }'),
  overview: `subscription { incidents { __typename
    ... on IncidentsSnapshot { incidents { ${shown} } caughtUp }
    ... on IncidentChanged { incident { ${shown} } }
    ... on IncidentGone { id } } }`,
};

/**
 * One who follows, and comes back whenever it is cut off, with the positions that it holds. It writes down what it was
 * sent, and judges nothing of it.
 */
export class Subscriber {
  delivered = 0;
  #held = new Map();
  /** Incidents whose stream has ended: their positions are kept, in case it goes on. */
  #ended = new Set();
  #isOver = false;
  #isBegun = false;
  #heardAt = 0;
  #againMs = 200;

  /** @param {{ id: number, url: string, token: string, kind: string, incidents: string[] | null, after: boolean, place: (incident: string) => string, tell: (row: string) => void }} options */
  constructor(options) {
    this.options = options;
    this.watching = setInterval(() => now() - this.#heardAt > silenceMs && this.socket?.terminate(), 1000);
    this.#connect();
  }

  /** Whether it has all lines up to these numbers, of the incidents that it is told of. */
  has(numbers) {
    if (!this.#isBegun) return false;
    if (this.options.kind === 'overview') return true;
    const isThere = ([incident, { number }]) => this.#ended.has(incident) || number >= (numbers[incident] ?? 0);
    return [...this.#held].every(isThere);
  }

  leave() {
    this.#isOver = true;
    clearInterval(this.watching);
    this.socket.terminate();
  }

  /** Reads nothing for a while, and then what has piled up. */
  stopReading(milliseconds) {
    const { socket } = this;
    if (socket.readyState !== WebSocket.OPEN) return;
    socket.pause();
    setTimeout(() => socket.readyState !== WebSocket.CLOSED && socket.resume(), milliseconds);
  }

  #connect() {
    if (this.#isOver) return;
    this.#isBegun = false;
    this.#heardAt = now();
    const socket = new WebSocket(this.options.url, 'graphql-transport-ws', { perMessageDeflate: false });
    this.socket = socket;
    const say = (message) => socket.send(JSON.stringify(message));
    socket.on('open', () =>
      say({ type: 'connection_init', payload: { authorization: `Bearer ${this.options.token}` } }),
    );
    socket.on('ping', () => {
      this.#heardAt = now();
    });
    socket.on('message', (bytes) => this.#receive(JSON.parse(bytes), say));
    socket.on('error', () => undefined);
    socket.on('close', (code) => {
      this.#tell('D', code);
      setTimeout(() => this.#connect(), this.#againMs * Math.random());
    });
  }

  #receive({ type, payload }, say) {
    this.#heardAt = now();
    if (type === 'connection_ack') {
      const { kind, incidents, after } = this.options;
      this.#tell('C');
      const variables =
        kind === 'overview'
          ? {}
          : { incidents, ...((after || this.#held.size > 0) && { after: [...this.#held.values()] }) };
      say({ id: '1', type: 'subscribe', payload: { query: documents[kind], variables } });
    }
    if (type === 'ping') say({ type: 'pong' });
    if (type === 'next' && payload.errors && !isPassing(payload.errors))
      this.#tell('X', JSON.stringify(payload.errors).slice(0, 300));
    if (type === 'next') this.#take(payload.data.journal ?? payload.data.incidents);
    // Without an operation, the connection is of no use.
    if (type === 'error' && !isPassing(payload)) this.#tell('X', JSON.stringify(payload).slice(0, 300));
    if (type === 'error' || type === 'complete') this.socket.close();
  }

  #take(update) {
    this.#isBegun = true;
    const { place } = this.options;
    switch (update.__typename) {
      case 'JournalBatch': {
        const { lines, head, caughtUp } = update;
        this.#ended.delete(head.incidentId);
        this.#held.set(head.incidentId, head);
        this.delivered += lines.length;
        this.#tell(
          'B',
          place(head.incidentId),
          head.number,
          short(head.chainHash),
          caughtUp ? 1 : 0,
          lines.map(asRow).join(';'),
        );
        return;
      }
      case 'JournalHeartbeat':
        this.#tell(
          'H',
          update.heads.map((head) => `${place(head.incidentId)}:${head.number}:${short(head.chainHash)}`).join(';'),
        );
        return;
      case 'JournalEnded':
        this.#ended.add(update.incidentId);
        this.#tell('E', place(update.incidentId), update.endReason);
        return;
      case 'JournalReset':
        this.#held.set(update.incidentId, update.head);
        this.#tell('R', place(update.incidentId), update.resetReason, update.head.number, short(update.head.chainHash));
        return;
      case 'IncidentsSnapshot':
        this.#tell(
          'S',
          update.caughtUp ? 1 : 0,
          update.incidents.map((one) => `${place(one.id)}:${one.title}`).join(';'),
        );
        return;
      case 'IncidentChanged':
        this.#tell('U', place(update.incident.id), update.incident.title);
        return;
      case 'IncidentGone':
        this.#tell('G', place(update.id));
        return;
      default:
        this.#tell('X', `no such update: ${update.__typename}`);
    }
  }

  #tell(...cells) {
    if (this.#isOver) return;
    this.options.tell(`${this.options.id}\t${now()}\t${cells.join('\t')}\n`);
  }
}

function asRow({ __typename, number, contentHash, chainHash, text }) {
  const open = __typename === 'JournalEntry';
  return `${number},${open ? 'o' : 's'},${short(contentHash)},${short(chainHash)},${open ? (text ?? '') : ''}`;
}
