// Completes package-lock.json: `npm ci` refuses a lock that leaves out an optional package for another platform, and
// `npm install` leaves out those that the registry at hand does not have. To be run after `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

const file = new URL('package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

function missing({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev })),
  );
}

function entry({ name, version, dev }) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter(
    (processor) => words.includes(processor) || words.some((word) => word.startsWith(`${processor}le`)),
  );
  const libc = name.endsWith('musl') ? ['musl'] : name.endsWith('gnu') ? ['glibc'] : [];
  const limits = Object.fromEntries(Object.entries({ os, cpu, libc }).filter(([, values]) => values.length > 0));
  // A package that says for no platform that it is needed there is needed on none that we know.
  if (Object.keys(limits).length === 0) limits.os = ['none'];
  return { version: version.replace(/^[\^~]/, ''), ...limits, ...(dev && { dev }), optional: true };
}

if (process.argv.includes('--check')) {
  const names = missing(lock).map(({ name }) => name);
  if (names.length > 0) {
    process.stderr.write(`package-lock.json lacks ${names.join(', ')}: run "node lock.mjs".\n`);
    process.exitCode = 1;
  }
} else {
  for (const one of missing(lock)) lock.packages[`node_modules/${one.name}`] = entry(one);
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
