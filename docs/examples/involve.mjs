// Involves a stakeholder, which people know by its code: it follows the incident from then on, and reads its past.
//   CELLULE_URL=http://localhost:4000/graphql CELLULE_TOKEN=… node involve.mjs ARS-BRE-2024-7KQ2 ANSSI
const { CELLULE_URL: url, CELLULE_TOKEN: token } = process.env;
const [reference, code] = process.argv.slice(2);

const find = `query ($reference: String!, $code: String!) {
  incident(reference: $reference) { id }
  stakeholder(code: $code) { id name }
}`;
const involve = `mutation ($input: InvolveStakeholderInput!) {
  involveStakeholder(input: $input) { involvement { role access } }
}`;

async function ask(query, variables) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

const { incident, stakeholder } = await ask(find, { reference, code });
const party = { stakeholderId: stakeholder.id, role: 'LIAISON', access: 'CONTRIBUTE' };
const { involveStakeholder } = await ask(involve, { input: { incidentId: incident.id, party } });
console.log(stakeholder.name, 'is involved as', involveStakeholder.involvement.role);
