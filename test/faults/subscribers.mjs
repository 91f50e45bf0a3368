// Many who follow, in one process. What they are sent is written to a file, for somebody else to judge.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { answering } from '../bench/worker.mjs';
import { tampering } from './breaks.mjs';
import { Subscriber } from './subscriber.mjs';

const subscribers = new Map();
let log;
let places = new Map();
let tell;
let gone = 0;

function open({ file, incidents, broken }) {
  log = createWriteStream(file);
  places = new Map(incidents.map((id, place) => [id, String(place)]));
  tell = tampering(broken, (row) => log.write(row));
}

function follow(given) {
  for (const one of given)
    subscribers.set(one.id, new Subscriber({ ...one, tell, place: (id) => places.get(id) ?? `unknown ${id}` }));
}

function leave(ids) {
  for (const id of ids) {
    const one = subscribers.get(id);
    one.leave();
    gone += one.delivered;
    subscribers.delete(id);
  }
}

const delivered = () => [...subscribers.values()].reduce((sum, one) => sum + one.delivered, gone);

/** Those who have not got all lines up to these numbers. */
const behind = (numbers) => [...subscribers].flatMap(([id, one]) => (one.has(numbers) ? [] : [id]));

function stopReading({ ids, milliseconds }) {
  for (const id of ids) subscribers.get(id)?.stopReading(milliseconds);
}

async function end() {
  leave([...subscribers.keys()]);
  log.end();
  await once(log, 'close');
}

answering({ ready: () => true, open, follow, leave, delivered, behind, stopReading, end });
