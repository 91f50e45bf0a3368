// Many subscribers in one process, and those who write what they are sent.
import { setTimeout as pause } from 'node:timers/promises';
import { answering } from '../worker.mjs';
import { Caller } from './caller.mjs';
import { Subscriber } from './subscriber.mjs';

const atOnce = 100;
const mostSampled = 200;
const patienceMs = 30_000;

let subscribers = [];
let callers = [];
let writing;
let received = 0;
let begun = 0;
const latencies = [];
let fault;
let isCapturing = false;
let captured;
/** Called when something was received, or went wrong. */
let stir = () => undefined;

const events = {
  onBegun: () => {
    begun += 1;
    stir();
  },
  onEntries: (entries, bytes, from, to) => {
    received += entries;
    if (isCapturing) captured = bytes.toString('utf8', from, to);
    stir();
  },
  onFault: (reason) => {
    fault ??= reason;
    stir();
  },
};

/** Resolves when it is so; fails when something went wrong, or nothing came of it. */
function until(isSo, what) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => settle(reject, new Error(`not within ${patienceMs} ms: ${what()}`)), patienceMs);
    const settle = (done, value) => {
      clearTimeout(late);
      stir = () => undefined;
      done(value);
    };
    stir = () => {
      if (fault) settle(reject, new Error(fault));
      else if (isSo()) settle(resolve);
    };
    stir();
  });
}

/** Opens subscriptions, one for each token, a hundred at a time; resolves when all are where the journal is. */
async function open({ port, tokens, payload }) {
  close();
  const stride = Math.max(1, Math.floor(tokens.length / mostSampled));
  for (let from = 0; from < tokens.length; from += atOnce) {
    for (const [place, token] of tokens.slice(from, from + atOnce).entries()) {
      const isSampled = (from + place) % stride === 0;
      const id = `${String(from + place).padStart(8, '0')}-0000-4000-8000-000000000000`;
      subscribers.push(new Subscriber({ port, token, id, payload, isSampled, latencies }, events));
    }
    await until(
      () => begun === subscribers.length,
      () => `${begun} of ${subscribers.length} subscribed`,
    );
  }
}

function close() {
  for (const one of [...subscribers, ...callers]) one.leave();
  subscribers = [];
  callers = [];
  received = 0;
  begun = 0;
  fault = undefined;
}

/** Who writes, and what: `body` in two halves, between which the words go. */
function write(given) {
  writing = given;
}

async function writeOne() {
  const { target, body, words } = writing;
  // Opened when it is needed, and again: a server hangs up on who says nothing.
  callers = callers.filter(({ isOver }) => !isOver);
  const caller = callers.pop() ?? new Caller(target);
  try {
    await caller.post(`${body[0]}T=${process.hrtime.bigint()};${words}${body[1]}`);
  } catch (error) {
    events.onFault(error.message);
  }
  callers.push(caller);
  stir();
}

function begin() {
  latencies.length = 0;
  received = 0;
}

async function end(sent) {
  const all = sent * subscribers.length;
  await until(
    () => received >= all && isAllWritten(),
    () => `${received} of ${all} received`,
  );
  if (received > all) throw new Error(`${received} entries received, where ${all} were sent`);
}

let inFlight = 0;
const isAllWritten = () => inFlight === 0;

function send() {
  inFlight += 1;
  void writeOne().then(() => {
    inFlight -= 1;
    stir();
  });
}

/** Writes as fast as it can while at most `window` entries have not been received by all. */
async function loop({ window, milliseconds }) {
  begin();
  const began = performance.now();
  let sent = 0;
  const mayGoOn = () =>
    sent * subscribers.length - received < window * subscribers.length && inFlight < writing.clients;
  while (performance.now() - began < milliseconds) {
    await until(mayGoOn, () => `${received} of ${sent * subscribers.length} received`);
    send();
    sent += 1;
  }
  await end(sent);
  return figures(sent, began);
}

/** Writes so many entries a second, whatever comes back. */
async function rate({ perSecond, milliseconds }) {
  begin();
  const began = performance.now();
  const count = Math.floor((perSecond * milliseconds) / 1000);
  for (let sent = 0; sent < count; sent += 1) {
    await pause(Math.max(0, (sent * 1000) / perSecond - (performance.now() - began)));
    send();
  }
  await end(count);
  return figures(count, began);
}

function figures(sent, began) {
  const seconds = (performance.now() - began) / 1000;
  return { sent, delivered: sent * subscribers.length, seconds, ...latency() };
}

function latency() {
  const sorted = [...latencies].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: at(0.5), p99: at(0.99) };
}

/** One entry, as a message brings it. */
async function sample() {
  begin();
  isCapturing = true;
  send();
  await end(1);
  isCapturing = false;
  return captured;
}

/** How long one new subscription takes to be handed everything. */
async function replay({ port, token, payload, entries }) {
  const began = performance.now();
  let handed = 0;
  const done = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${handed} of ${entries} entries came`)), patienceMs);
    const reader = new Subscriber(
      { port, token, payload, id: 'replay', isSampled: false, latencies: [] },
      {
        onBegun: () => reach(),
        onEntries: () => reach(),
        onFault: (reason) => reject(new Error(reason)),
      },
    );
    const reach = () => {
      handed = reader.at;
      if (handed < entries) return;
      clearTimeout(late);
      reader.leave();
      resolve();
    };
  });
  await done;
  return { entries: handed, seconds: (performance.now() - began) / 1000 };
}

answering({ ready: () => true, open, close, write, loop, rate, begin, latency, sample, replay });
