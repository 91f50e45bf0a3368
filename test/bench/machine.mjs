import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';

/**
 * Keeps the first core for the servers that are measured, and moves this process, and so whatever it starts, to the others.
 * Without taskset, or on one core, everything runs where the system puts it.
 */
export function keepACoreForServers() {
  const allowed = allowedCores();
  if (allowed.length < 2) return { serverCores: undefined, placement: 'NOT pinned: taskset and two cores are needed' };
  const [first, ...others] = allowed;
  execFileSync('taskset', ['-a', '-cp', others.join(','), String(process.pid)], { stdio: 'ignore' });
  const placement = `the measured server alone on core ${first}; clients and PostgreSQL on ${others.join(', ')}`;
  return { serverCores: String(first), placement };
}

function allowedCores() {
  try {
    const list = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' })
      .split(':')
      .at(-1)
      .trim();
    return list.split(',').flatMap((range) => {
      const [from, to = from] = range.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, place) => from + place);
    });
  } catch {
    return [];
  }
}

/** How many sockets one process may have here, for itself and its peer on the other side. */
export function socketsPossible() {
  try {
    const limit = execFileSync('/bin/sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim();
    return limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit) - 200;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

export function description() {
  const [cpu] = cpus();
  return `Node ${process.versions.node}, ${availableParallelism()} cores (${cpu?.model.trim() ?? 'unknown'}), load ${loadNow()}`;
}

export function loadNow() {
  return loadavg()[0].toFixed(1);
}
