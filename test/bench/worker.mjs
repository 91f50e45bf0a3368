import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A process of its own that answers questions by name.
 * @param {string} script beside this file
 * @param {{ cores?: string, env?: Record<string, string>, log: string, execArgv?: string[] }} options `cores` only where taskset is
 */
export async function startWorker(script, { cores, env = {}, log, execArgv = [] }) {
  const output = openSync(log, 'a');
  const pinned =
    cores === undefined ? {} : { execPath: 'taskset', execArgv: ['-c', cores, process.execPath, ...execArgv] };
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), {
    execArgv,
    ...pinned,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  const waiting = new Map();
  let asked = 0;
  child.on('message', ({ id, value, fault }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) resolve(value);
    else reject(new Error(`${script}: ${fault}`));
  });
  const gone = once(child, 'exit').then(([code]) => {
    for (const { reject } of waiting.values()) reject(new Error(`${script} ended with ${code}: see ${log}`));
  });
  const ask = (name, given) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      child.send({ id: asked, name, given }, (error) => error && reject(error));
    });
  const stop = async () => {
    if (child.connected) child.disconnect();
    await gone;
  };
  return { pid: child.pid, ask, stop, ready: await ask('ready') };
}

/**
 * The other end: what this process answers to.
 * @param {Record<string, (given: any) => unknown>} answers `ready` is asked first; `stop` is called at the end
 */
export function answering(answers) {
  process.on('message', async ({ id, name, given }) => {
    try {
      process.send({ id, value: await answers[name](given) });
    } catch (error) {
      process.send({ id, fault: error.stack });
    }
  });
  process.on('disconnect', async () => {
    await answers.stop?.();
    process.exit(0);
  });
}
