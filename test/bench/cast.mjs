// Who and what is in the data, known by numbers: the same for every run, and the same in SQL (seed.mjs) as here.
const kinds = {
  stakeholder: '01',
  person: '02',
  incident: '03',
  region: '04',
  involvement: '05',
  action: '06',
  entry: '07',
  membership: '08',
};

/** The key of one thing. */
export function keyOf(kind, number) {
  return `01930000-00${kinds[kind]}-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The same as SQL, for an expression that gives the number. */
export function keySql(kind, number) {
  return `('01930000-00${kinds[kind]}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}

export function globalId(type, key) {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

export function incidentId(number) {
  return globalId('Incident', keyOf('incident', number));
}

/** A national authority, which follows every incident. */
export const everywhere = 1;
export const personsEverywhere = 1000;
export const personsElsewhere = 20;

/** Incidents that have a part of their own; those from `ordinaryFrom` on are as they were seeded. */
export const incidents = { longest: 1, nodes: 5, hot: 6, live: 7, classes: 8, replay: 9, ordinaryFrom: 10 };
export const linesToReplay = 25_000;
export const parties = 10;
export const classes = 50;

export function personOf(stakeholder, place) {
  return { personId: keyOf('person', stakeholder * 1000 + place), stakeholderId: keyOf('stakeholder', stakeholder) };
}

/** The stakeholders involved in an incident, as seed.mjs has them. */
export function partiesOf(incident, stakeholders) {
  if (incident === incidents.classes) return Array.from({ length: classes }, (_, place) => place + 1);
  const others = Array.from(
    { length: parties - 1 },
    (_, place) => 2 + ((incident * 31 + (place + 1) * 17) % (stakeholders - 1)),
  );
  return [everywhere, ...others];
}
