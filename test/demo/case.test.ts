import { scenario } from '../../src/demo/scenario';
import { type Line, type ToldCase, tellCase } from './told-case';

let told: ToldCase;
beforeAll(async () => {
  told = await tellCase();
});
afterAll(() => told.cellule.stop());

const regions = ['53', '24', '52', '75'];
const agencies = ['ARS-BRE', 'ARS-CVL', 'ARS-PDL', 'ARS-NAQ'];
const provenance = {
  label: "reconstitution d'après le communiqué de l'ARS Bretagne du 20 octobre 2024",
  published: { words: '20 octobre 2024' },
};
const saturday = {
  earliest: '2024-10-18T22:00:00.000Z',
  latest: '2024-10-19T21:59:59.999Z',
  precision: 'DAY',
  words: 'samedi 19 octobre',
};
const saturdayMorning = {
  earliest: '2024-10-19T04:00:00.000Z',
  latest: '2024-10-19T10:00:00.000Z',
  precision: 'PART_OF_DAY',
  words: 'samedi 19 octobre au matin',
};
const mondayMorning = {
  earliest: '2024-10-21T04:00:00.000Z',
  latest: '2024-10-21T10:00:00.000Z',
  precision: 'PART_OF_DAY',
  words: 'lundi 21 octobre au matin',
};
const sundayEvening = {
  earliest: '2024-10-20T16:00:00.000Z',
  latest: '2024-10-20T21:59:59.999Z',
  precision: 'PART_OF_DAY',
  words: 'dimanche 20 octobre en soirée',
};
const bySunday = {
  earliest: null,
  latest: '2024-10-20T21:59:59.999Z',
  precision: 'RANGE',
  words: 'au 20 octobre',
};
const time = '{ earliest latest precision words }';

/** What the case says of a line: who wrote it, from which source, and when it happened. */
function of(author: string, occurred: object | null) {
  return {
    author: expect.objectContaining({ stakeholder: { code: author } }),
    provenance,
    occurred,
    confidence: 'VERIFIED',
  };
}

async function theLine(reader: string, words: string): Promise<Line> {
  const lines = await told.lines(reader, words);
  expect(lines).toHaveLength(1);
  return lines[0] as Line;
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
async function actions(reader: string): Promise<any[]> {
  const fields = `title kind status overdue result due ${time} started ${time} ended ${time} owner { code enrolled }
    addressees { code } regions { code } supersededBy { title status }`;
  const { actions: found } = await told.incidentAs(reader, `actions(first: 50) { edges { node { ${fields} } } }`);
  return found.edges.map(({ node }: { node: unknown }) => node);
}

async function involvedAs(reader: string, role: string): Promise<string[]> {
  const { involvements } = await told.incidentAs(reader, 'involvements { role stakeholder { code } }');
  return involvements
    .filter((one: { role: string }) => one.role === role)
    .map((one: { stakeholder: { code: string } }) => one.stakeholder.code)
    .sort();
}

describe('the facts', () => {
  test('F1: ARS Bretagne publishes its communiqué on Sunday 20 October, and anybody can read it', async () => {
    const line = await theLine('DGS-CCS', 'publie un communiqué');
    const { publicStatements } = await told.cellule.anonymous.ask(
      '{ publicStatements(first: 10) { edges { node { issuerName text publishedAt regions { code } } } } }',
    );

    expect(line).toMatchObject(
      of('ARS-BRE', { ...sundayEvening, words: "dimanche 20 octobre (en soirée, d'après le contenu)" }),
    );
    expect(line).toMatchObject({ kind: 'STATEMENT_PUBLISHED', marking: { label: 'TLP:CLEAR' } });
    expect(publicStatements.edges).toEqual([
      {
        node: {
          issuerName: 'ARS Bretagne',
          text: expect.stringMatching(/^Reconstitution/),
          publishedAt: expect.stringMatching(/^2024-10-20T18:30/),
          regions: regions.map((code) => ({ code })),
        },
      },
    ]);
  });

  test('F3: CERP is a cooperative of wholesaler-distributors that resells mainly to pharmacies', async () => {
    const line = await theLine('ANSSI', 'coopérative de grossistes-répartiteurs');
    const { operator } = await told.incidentAs('ANSSI', 'operator { code name aliases kind }');

    expect(line).toMatchObject(of('CERP-BA', null));
    expect(operator).toEqual({
      code: 'CERP-BA',
      name: 'CERP Bretagne-Atlantique',
      aliases: ['CERP Bretagne', 'la CERP'],
      kind: 'OPERATOR',
    });
  });

  test('F4: CERP is the victim of a cyberattack since Saturday 19 October', async () => {
    const line = await theLine('ARS-NAQ', "est victime d'une cyberattaque depuis le samedi 19 octobre");
    const incident = await told.incidentAs('ARS-NAQ', `nature exercise began ${time}`);

    expect(line).toMatchObject({ kind: 'INCIDENT_DECLARED', ...of('CERP-BA', saturday) });
    expect(incident).toEqual({ nature: 'CYBERATTACK', exercise: true, began: saturday });
  });

  test('F5: the analysis shows that information systems are hit', async () => {
    const line = await theLine('CERP-BA', "L'analyse de l'attaque montre");

    expect(line).toMatchObject({
      category: 'TECHNICAL',
      ...of('ARS-BRE', {
        earliest: saturday.earliest,
        latest: bySunday.latest,
        precision: 'RANGE',
        words: 'du samedi 19 au dimanche 20 octobre',
      }),
    });
  });

  test('F6: the online order intake of client pharmacies is affected, and restored on Sunday evening', async () => {
    const lines = [
      await theLine('HFDS', 'touche notamment la prise de commande en ligne'),
      await theLine('HFDS', 'La prise de commande en ligne des pharmacies clientes est rétablie.'),
    ];
    const { affectedServices } = await told.incidentAs(
      'HFDS',
      `affectedServices { name status since ${time} restored ${time} regions { code } }`,
    );

    expect(lines).toMatchObject([of('CERP-BA', saturday), of('CERP-BA', sundayEvening)]);
    expect(affectedServices).toEqual([
      {
        name: 'Prise de commande en ligne des pharmacies clientes',
        status: 'RESTORED',
        since: saturday,
        restored: sundayEvening,
        regions: regions.map((code) => ({ code })),
      },
    ]);
  });

  test('F7: client pharmacies in four regions are concerned, each region with its ARS', async () => {
    const lines = await told.lines('DGS-CCS', 'Des pharmacies clientes de la CERP Bretagne-Atlantique situées');
    const { affectedRegions } = await told.incidentAs(
      'DGS-CCS',
      `affectedRegions { status since ${time} region { code isoCode } authority { code } }`,
    );

    expect(lines).toMatchObject(agencies.map((code) => of(code, saturday)));
    expect(new Set(affectedRegions.map(({ region }: { region: { isoCode: string } }) => region.isoCode))).toEqual(
      new Set(['FR-BRE', 'FR-CVL', 'FR-PDL', 'FR-NAQ']),
    );
    for (const { status, since, region, authority } of affectedRegions) {
      expect({ status, since }).toEqual({ status: 'RECOVERING', since: saturday });
      expect(authority.code).toBe(agencies[regions.indexOf(region.code)]);
    }
  });

  test('F8: the pharmacies are informed from Saturday morning on', async () => {
    const line = await theLine('ARS-PDL', 'Les pharmacies clientes sont informées');

    expect(line).toMatchObject({ category: 'COMMUNICATION', ...of('ARS-BRE', saturdayMorning) });
    expect(await involvedAs('ARS-PDL', 'INFORMED')).toEqual(['PHARMACIES-CLIENTES']);
  });

  test('F9: the pharmacies are asked at first to postpone orders to Monday morning, which is overtaken', async () => {
    const line = await theLine('ARS-CVL', 'il est demandé aux pharmacies de reporter leurs commandes');
    const postpone = (await actions('ARS-CVL')).find(({ kind }) => kind === 'INSTRUCTION');

    expect(line).toMatchObject({ category: 'REQUEST', ...of('CERP-BA', saturdayMorning) });
    expect(postpone).toMatchObject({
      status: 'SUPERSEDED',
      overdue: false,
      due: mondayMorning,
      started: saturdayMorning,
      ended: sundayEvening,
      addressees: [{ code: 'PHARMACIES-CLIENTES' }],
      supersededBy: { title: 'Rétablir les fonctions de commande en ligne', status: 'DONE' },
    });
  });

  test("F10: CERP's teams restore the online ordering functions on Sunday evening", async () => {
    const line = await theLine('ARS-BRE', 'ont rétabli les fonctions de commande en ligne');
    const restoration = (await actions('ARS-BRE')).find(({ title }) => title.startsWith('Rétablir'));

    expect(line).toMatchObject({ kind: 'ACTION_COMPLETED', ...of('CERP-BA', sundayEvening) });
    expect(restoration).toMatchObject({ status: 'DONE', ended: sundayEvening, owner: { code: 'CERP-BA' } });
  });

  test("F11: CERP's branches are yet to inform each client pharmacy of the restoration", async () => {
    const line = await theLine('ANSSI', 'vont informer chaque pharmacie cliente');
    const inform = (await actions('ANSSI')).find(({ title }) => title.startsWith('Informer chaque pharmacie'));

    expect(line).toMatchObject(
      of('CERP-BA', { ...sundayEvening, words: 'dimanche 20 octobre en soirée, après le rétablissement' }),
    );
    expect(inform).toMatchObject({
      status: 'PLANNED',
      due: null,
      owner: { code: 'CERP-AGENCES', enrolled: false },
      addressees: [{ code: 'PHARMACIES-CLIENTES' }],
    });
  });

  test('F12: CERP engaged Orange Cyberdefense by 20 October', async () => {
    const line = await theLine('DGS-CCS', 'La CERP a fait appel à Orange Cyberdefense.');

    expect(line).toMatchObject({ kind: 'STAKEHOLDER_INVOLVED', ...of('CERP-BA', bySunday) });
    expect(await involvedAs('DGS-CCS', 'RESPONDER')).toContain('ORANGE-CYBERDEFENSE');
  });

  test('F13: CERP engaged specialised firms, which nobody names', async () => {
    const line = await theLine('HFDS', 'entreprises spécialisées, que le communiqué ne nomme pas');

    expect(line).toMatchObject({ kind: 'STAKEHOLDER_INVOLVED', ...of('CERP-BA', bySunday) });
    expect(await involvedAs('HFDS', 'RESPONDER')).toContain('ENTREPRISES-SPECIALISEES');
  });

  test('F14: a complaint was filed by 20 October, the authority unstated', async () => {
    const line = await theLine('ARS-NAQ', 'Une plainte a été déposée.');
    const complaint = (await actions('ARS-NAQ')).find(({ title }) => title === 'Déposer plainte');

    expect(line).toMatchObject({ kind: 'ACTION_COMPLETED', ...of('ARS-BRE', bySunday) });
    expect(complaint).toMatchObject({
      status: 'DONE',
      ended: bySunday,
      owner: { code: 'CERP-BA' },
      addressees: [],
    });
  });

  test('F15: the four ARS follow the situation closely, and the incident is not closed', async () => {
    const lines = await told.lines('CERP-BA', 'assure un suivi rapproché');
    const { status, resolution } = await told.incidentAs('CERP-BA', 'status resolution');

    expect(lines).toMatchObject(agencies.map((code) => of(code, bySunday)));
    expect({ status, resolution }).toEqual({ status: 'RESTORED', resolution: null });
  });

  test('F16: the health crisis centre of the DGS follows it in the same way', async () => {
    const line = await theLine('ARS-BRE', 'assure le même suivi que les ARS');

    expect(line).toMatchObject(of('DGS-CCS', bySunday));
    expect(await involvedAs('ARS-BRE', 'FOLLOW_UP')).toContain('DGS-CCS');
  });

  test.each([
    ['F17: the HFDS of the social ministries is in liaison with the DGS', 'HFDS', 'Haut fonctionnaire'],
    ['F18: ANSSI is in liaison with the DGS', 'ANSSI', "L'ANSSI"],
  ])('%s', async (_fact, code, name) => {
    const lines = await told.lines('CERP-BA', 'est en liaison avec la direction générale de la santé');

    const own = lines.filter(({ author }) => author.stakeholder.code === code);
    expect(own).toMatchObject([{ text: expect.stringContaining(name), ...of(code, bySunday) }]);
    expect(await involvedAs('CERP-BA', 'LIAISON')).toContain(code);
  });
});

describe('the end state', () => {
  test('is restored and followed up by seven public parties, two of them in liaison, with two responders', async () => {
    expect(await involvedAs('ANSSI', 'FOLLOW_UP')).toEqual(['ARS-BRE', 'ARS-CVL', 'ARS-NAQ', 'ARS-PDL', 'DGS-CCS']);
    expect(await involvedAs('ANSSI', 'LIAISON')).toEqual(['ANSSI', 'HFDS']);
    expect(await involvedAs('ANSSI', 'RESPONDER')).toEqual(['ENTREPRISES-SPECIALISEES', 'ORANGE-CYBERDEFENSE']);
    expect(await involvedAs('ANSSI', 'OPERATOR')).toEqual(['CERP-AGENCES', 'CERP-BA']);
  });

  test('was reached when people say it was', async () => {
    const { milestones } = await told.incidentAs('ARS-PDL', `milestones { status reached ${time} }`);

    expect(milestones).toMatchObject([
      { status: 'DECLARED' },
      { status: 'RESPONDING', reached: bySunday },
      { status: 'RESTORED', reached: sundayEvening },
    ]);
  });

  test('is recorded at the hours of the weekend, in their order', async () => {
    const recorded = (await told.lines('DGS-CCS', '')).map(({ recordedAt }) => recordedAt);

    expect(recorded).toEqual([...recorded].sort());
    expect(recorded[0]).toMatch(/^2024-10-19T06:30/);
    expect(recorded.at(-1)).toMatch(/^2024-10-20T18:30/);
  });
});

describe('what the communiqué does not say', () => {
  const everything = JSON.stringify(scenario);

  test.each([
    [
      'the kind of the attack',
      /ran[cç]on|ransom|malware|maliciel|virus|chiffr|hame[cç]onnage|phishing|déni de service/i,
    ],
    ['an attacker', /attaquant|pirate|hacker|groupe criminel|revendi/i],
    ['a data breach', /fuite|exfiltr|vol de données|données (personnelles|de santé)/i],
    ['a number of pharmacies, or costs', /\d+\s*(pharmacies|officines|€|euros)/i],
    ['departments', /département|Finistère|Morbihan|Ille-et-Vilaine|Côtes-d'Armor/i],
    ['clock times, in its texts', /\b\d{1,2}\s?h(eures?)?\b(?!:)/],
    ['filings to CNIL or under NIS 2, or the part of CERT Santé', /CNIL|NIS|CERT/],
    ['prefects or levels of activation', /préf|niveau d'activation|plan blanc|ORSAN/i],
  ])('is not in the scenario: %s', (_what, words) => {
    expect(everything).not.toMatch(words);
  });

  test('everything told has its source and its author', async () => {
    const lines = await told.lines('ARS-BRE', '');

    expect(lines.length).toBeGreaterThanOrEqual(scenario.steps.length);
    for (const line of lines)
      expect(line).toMatchObject({ provenance, author: { personName: expect.stringMatching(/^Permanence /) } });
  });
});
