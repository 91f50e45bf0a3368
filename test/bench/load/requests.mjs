// Clients that ask again as soon as they are answered.
import { answering } from '../worker.mjs';
import { Caller } from './caller.mjs';

/** All connections, one for each token, ask at once, each for the next body in turn, until `milliseconds` are over. */
async function load({ port, path, tokens, bodies, milliseconds }) {
  const callers = tokens.map((token) => new Caller({ port, path, token }));
  const began = performance.now();
  let asked = 0;
  let answers = 0;
  const ask = async (caller) => {
    while (performance.now() - began < milliseconds) {
      await caller.post(bodies[asked++ % bodies.length]);
      answers += 1;
    }
    caller.leave();
  };
  await Promise.all(callers.map(ask));
  return { answers, seconds: (performance.now() - began) / 1000 };
}

async function once({ target, body }) {
  const caller = new Caller(target);
  const answer = await caller.post(body);
  caller.leave();
  return answer.toString();
}

answering({ ready: () => true, load, once });
