import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { Refusal } from '../errors';
import type { Binaries } from './binaries';
import { GUARD_SCRIPT } from './guard-script';
import type { Place } from './place';
import type { Postmaster } from './postmaster';
import { forgetTheDead, sharedProcessIds, untilLeaversAreGone } from './presence';
import { rightsOf, run } from './system';

/** Our presence at a cluster. It ends with us, whatever ends us, and the last one out stops PostgreSQL. */
export interface Guard {
  readonly pid: number;
  /** What is to be stopped, if we are the last: nothing, what we just started, or what has answered. */
  idle(): void;
  starting(pid: number, host: string): void;
  running(postmaster: Postmaster): void;
  /** Resolves when PostgreSQL has stopped, if we were the last. */
  leave(): Promise<void>;
}

/** Resolves when whoever was about to stop PostgreSQL has done so. From then on nobody stops it under us. */
export async function takePlace(place: Place, binaries: Binaries): Promise<Guard> {
  if (process.platform === 'win32') return withoutShell(place, binaries);
  const { shell, input, output } = await openShell(place);
  const gone = once(shell, 'exit');
  const [word] = await Promise.race([once(output, 'data'), gone.then(() => [''])]);
  if (String(word).trim() !== 'present') throw new Refusal(`${place.run} cannot be used: see ${place.log}.`);
  // None of this may keep a process alive that has nothing else to do.
  output.destroy();
  shell.unref();
  await untilLeaversAreGone(place);
  const tell = (words: string) => void input.write(`${words}\n`);
  return {
    pid: shell.pid ?? 0,
    idle: () => tell('idle'),
    starting: (pid, host) => tell(`starting ${pid} ${host}`),
    running: ({ pid, host }) => tell(`running ${pid} ${host}`),
    leave: async () => {
      await forgetTheDead(place);
      shell.ref();
      input.end();
      await gone;
    },
  };
}

async function openShell(place: Place): Promise<{ shell: ChildProcess; input: Writable; output: Readable }> {
  const log = await open(place.log, 'a', 0o600);
  const args = ['-c', GUARD_SCRIPT, 'cellule-guard', place.run, `${place.pg}/postmaster.pid`, await sharedProcessIds()];
  // Its own session: Ctrl-C in the terminal is for node.
  const options: SpawnOptions = { ...rightsOf(place.account), detached: true, stdio: ['pipe', 'pipe', log.fd] };
  const shell = spawn('/bin/sh', args, options);
  const { stdin: input, stdout: output } = shell;
  await once(shell, 'spawn');
  await log.close();
  if (input === null || output === null) throw new Error('The guard was given no pipes.');
  // A guard that somebody killed hears nothing; its end is seen where we wait for it.
  input.on('error', () => undefined);
  return { shell, input, output };
}

/** Windows has no such shell: whoever started PostgreSQL stops it, and one whose starter was killed is adopted later. */
function withoutShell({ pg }: Place, binaries: Binaries): Guard {
  let started = false;
  return {
    pid: 0,
    idle: () => {
      started = false;
    },
    starting: () => {
      started = true;
    },
    running: () => undefined,
    leave: async () => {
      if (started) await run(binaries.program('pg_ctl'), ['stop', '-D', pg, '-m', 'fast']);
    },
  };
}
