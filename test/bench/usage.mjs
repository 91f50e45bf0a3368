import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Resident bytes of this process after the garbage is gone. */
export function memoryNow() {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  return process.memoryUsage.rss();
}

/** Microseconds of CPU from `process.cpuUsage()`, of which /proc gives hundredths of a second only. */
export function microseconds({ user, system }) {
  return user + system;
}

/** Seconds of CPU that a whole PostgreSQL has used, its ended processes included; undefined where there is no /proc. */
export function postgresSeconds(dataDir) {
  try {
    const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => statOf(pid) ?? []);
    const own = processes.find(({ pid }) => pid === postmaster);
    const children = processes.filter(({ parent }) => parent === postmaster);
    return children.reduce((sum, { ticks }) => sum + ticks, own.ticks + own.ticksOfEnded) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

// What Linux tells programs, whatever the kernel was built with.
const ticksPerSecond = 100;

function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return {
      pid: Number(pid),
      parent: fields[1],
      ticks: fields[11] + fields[12],
      ticksOfEnded: fields[13] + fields[14],
    };
  } catch {
    return undefined; // It has ended meanwhile.
  }
}
