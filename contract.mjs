// Holds the schema against the one that was last released: what breaks clients is refused unless schema/CHANGELOG.md
// announces it. `--release VERSION` makes the schema as it is the released one.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const { values: given } = parseArgs({
  options: { folder: { type: 'string', default: 'schema' }, release: { type: 'string' } },
});
const [served, released, changelog] = ['schema.graphql', 'released.graphql', 'CHANGELOG.md'].map(
  (name) => `${given.folder}/${name}`,
);

const schemaAt = (path) => buildSchema(readFileSync(path, 'utf8'));
const announcement = /^- Breaking: `([^`]+)` \(([A-Z_]+)\): (\S.*)$/;
const unreleasedTitle = '## Unreleased';

/** The lines under "Unreleased". */
function unreleased() {
  const lines = readFileSync(changelog, 'utf8').split('\n');
  const start = lines.indexOf(unreleasedTitle) + 1;
  if (start === 0) throw new Error(`${changelog} has no "${unreleasedTitle}".`);
  const end = lines.findIndex((line, index) => index >= start && line.startsWith('## '));
  return lines.slice(start, end === -1 ? undefined : end);
}

/** What breaks clients and is not announced, and what is announced and breaks nothing. */
async function faultsAgainst(lines) {
  const changes = await diff(schemaAt(released), schemaAt(served));
  const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
  const announced = lines.flatMap((line) => {
    const [, path, type] = announcement.exec(line) ?? [];
    return path ? [{ path, type }] : [];
  });
  const isSame = (one) => (other) => one.path === other.path && one.type === other.type;
  return [
    ...lines
      .filter((line) => line.startsWith('- Breaking') && !announcement.test(line))
      .map((line) => `${line}\n  is no announcement: expected - Breaking: \`path\` (TYPE): why, and what to use.`),
    ...breaking
      .filter((change) => !announced.some(isSame(change)))
      .map(
        ({ path, type, message }) =>
          `${message}\n  breaks clients: keep it, or announce it under "Unreleased" in ${changelog}:\n` +
          `  - Breaking: \`${path}\` (${type}): why, and what to use.`,
      ),
    ...announced
      .filter((one) => !breaking.some(isSame(one)))
      .map(({ path, type }) => `\`${path}\` (${type}) is announced, and nothing of the kind breaks.`),
  ];
}

/** Deprecations that do not say until when, as the policy has it. */
function vagueDeprecations() {
  const faults = [];
  const look = (name, { deprecationReason: reason }) => {
    if (reason != null && !/\bUntil \d{4}-\d{2}-\d{2}\.$/.test(reason))
      faults.push(`${name} is deprecated without a day: expected "… Until 2027-06-30." at the end of "${reason}".`);
  };
  for (const type of Object.values(schemaAt(served).getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const argument of field.args ?? []) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return faults;
}

function release(version, lines) {
  const day = new Date().toISOString().slice(0, 10);
  const entries = lines.join('\n').trim() || 'No change that a client can notice.';
  const titled = `${unreleasedTitle}\n\n## ${version} (${day})\n\n${entries}\n`;
  const text = readFileSync(changelog, 'utf8').replace([unreleasedTitle, ...lines].join('\n'), () =>
    lines.at(-1) === '' ? `${titled}` : titled,
  );
  writeFileSync(changelog, text);
  copyFileSync(served, released);
}

const lines = unreleased();
const faults = [...(await faultsAgainst(lines)), ...vagueDeprecations()];
if (faults.length > 0) {
  console.error(faults.join('\n\n'));
  process.exitCode = 1;
} else if (given.release) release(given.release, lines);
