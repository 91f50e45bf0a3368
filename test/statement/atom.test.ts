import { carryOut, declare, done } from '../support/builders';
import { keyOf, startTestCellule, type TestCellule } from '../support/cellule';
import type { Fault, Party } from '../support/party';
import { type Feed, fetchFeed, fetchFrom } from './feed';

let cellule: TestCellule;
let bretagne: Party;
let incident: string;
let feed: string;
beforeEach(async () => {
  cellule = await startTestCellule();
  bretagne = await cellule.party('ARS-BRE');
  incident = (await declare(bretagne)).id;
  feed = `${cellule.cellule.url}/public/statements.atom`;
});
afterEach(() => cellule.stop());

const text = 'Les officines restent ouvertes.';
const publish = (input: object = {}) =>
  carryOut(
    bretagne,
    'publishStatement',
    { incidentId: incident, title: 'Point presse', text, ...input },
    'publicStatement { id issuerName publishedAt }',
  ).then(({ publicStatement }) => publicStatement);
const titles = ({ entries }: Feed) => entries.map(({ title }) => title);

test('who has no token reads in the feed what was published', async () => {
  const { id, issuerName, publishedAt } = await publish({ regions: ['53', '24'] });

  const found = await fetchFeed(feed);

  const published = new Date(publishedAt).toISOString();
  const scheme = 'https://www.insee.fr/fr/information/2560452';
  expect(found).toEqual({
    attributes: { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'fr' },
    id: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    title: 'Communiqués publics',
    updated: published,
    links: { self: feed, first: feed },
    entries: [
      {
        ...{ id: `urn:uuid:${keyOf(id)}`, title: 'Point presse', published, updated: published },
        ...{ issuer: issuerName, content: text },
        categories: [
          { term: '53', scheme, label: 'Bretagne' },
          { term: '24', scheme, label: 'Centre-Val de Loire' },
        ],
      },
    ],
  });
});

test('a feed without statements is one too, and the same whenever it is asked for', async () => {
  const found = [await fetchFeed(feed), await fetchFeed(feed)];

  expect(found[0]?.entries).toEqual([]);
  expect(found[1]).toEqual(found[0]);
});

test('what a statement says reaches readers as it was written', async () => {
  const written = ['<b>&amp;</b> ]]> <!-- "à" \'la\' une --> <?xml?>', '𝒞𝑒𝓁𝓁𝓊𝓁𝑒 🚑', 'Un.\n\n\tDeux.'];
  for (const words of written) await publish({ title: words, text: words });

  const { entries } = await fetchFeed(feed);

  expect(entries.map(({ title }) => title)).toEqual(written.toReversed());
  expect(entries.map(({ content }) => content)).toEqual(written.toReversed());
});

test('characters that XML cannot hold leave a mark each', async () => {
  await publish({ title: 'Pan\u0001ne', text: '\u0008\u000b\u001f\ufffe\uffff' });

  const [entry] = (await fetchFeed(feed)).entries;

  expect([entry?.title, entry?.content]).toEqual(['Pan\ufffdne', '\ufffd'.repeat(5)]);
});

test('a statement of an exercise says so before anything else', async () => {
  const { id } = await declare(bretagne, { exercise: true });
  await publish({ incidentId: id, title: 'Rupture totale', regions: ['53'] });

  const [entry] = (await fetchFeed(feed)).entries;

  expect(entry?.title).toBe('EXERCICE : Rupture totale');
  expect(entry?.categories).toEqual([{ term: 'exercice', label: 'Exercice' }, expect.objectContaining({ term: '53' })]);
});

test('page by page every statement comes once, the latest first', async () => {
  const numbers = Array.from({ length: 101 }, (_, index) => `Communiqué ${index + 1}`);
  for (const title of numbers) await publish({ title });

  const pages: Feed[] = [];
  for (let at: string | undefined = feed; at; at = pages.at(-1)?.links['next']) pages.push(await fetchFeed(at));

  expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 1]);
  expect(pages.flatMap(titles)).toEqual(numbers.toReversed());
  expect(new Set(pages.map(({ id }) => id)).size).toBe(1);
  expect(pages.map(({ links }) => links['first'])).toEqual([feed, feed, feed]);
  expect(pages.map(({ links }) => links['self'])).toEqual([feed, pages[0]?.links['next'], pages[1]?.links['next']]);
});

test('a page reached before a publication goes on where it was', async () => {
  for (let number = 1; number <= 51; number += 1) await publish({ title: `Communiqué ${number}` });
  const { links } = await fetchFeed(feed);

  await publish({ title: 'Entre-temps' });

  expect(titles(await fetchFeed(links['next'] as string))).toEqual(['Communiqué 1']);
});

test('the feed of a region holds the statements that name it, on every page', async () => {
  for (let number = 1; number <= 51; number += 1) await publish({ title: `Bretagne ${number}`, regions: ['53'] });
  await publish({ title: 'Ailleurs', regions: ['24'] });
  await publish({ title: 'Partout' });

  const first = await fetchFeed(`${feed}?region=53`);
  const next = await fetchFeed(first.links['next'] as string);

  expect([...titles(first), ...titles(next)]).toEqual(
    Array.from({ length: 51 }, (_, index) => `Bretagne ${51 - index}`),
  );
  expect([first.title, next.links['first']]).toEqual(['Communiqués publics : Bretagne', `${feed}?region=53`]);
  expect([first.id, next.id]).toEqual([`${(await fetchFeed(feed)).id}#53`, first.id]);
});

test('what is asked for wrongly is refused, and told why', async () => {
  const wrong: Readonly<Record<string, string>> = {
    'after=garbage': '"garbage" is not a cursor of this list.',
    'after=': '"" is not a cursor of this list.',
    'after=WyIxIl0': '"WyIxIl0" is not a cursor of this list.',
    'after=a&after=b': 'Expected `after` at most once, and got it several times.',
    'region=99': '"99" is not the INSEE code of a French region: Bretagne is "53". Department codes are others.',
    'region=': '"" is not the INSEE code of a French region: Bretagne is "53". Department codes are others.',
    'region=53&region=24': 'Expected `region` at most once, and got it several times.',
    'Region=53': 'Expected nothing but `region` and `after`, and got "Region".',
    'first=500': 'Expected nothing but `region` and `after`, and got "first".',
  };

  const answers = await Promise.all(Object.keys(wrong).map((query) => fetch(`${feed}?${query}`)));

  const faults = await Promise.all(
    answers.map(async (answer) => ((await answer.json()) as { errors: Fault[] }).errors),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  expect(faults).toMatchObject(
    Object.values(wrong).map((message) => [{ message, extensions: { code: 'BAD_USER_INPUT' } }]),
  );
});

test('whatever token is sent, the feed is that of everybody', async () => {
  await declare(bretagne, { title: 'Tout est clair', marking: { tlp: 'TLP_CLEAR', audience: 'ENROLLED' } });
  await publish();
  const asked = async (authorization?: string) =>
    (await fetch(feed, { headers: authorization === undefined ? {} : { authorization } })).text();

  const [nobody, ...others] = [
    await asked(),
    await asked(`Bearer ${bretagne.token}`),
    await asked('Bearer abc.def.ghi'),
    await asked('Basic eDp5'),
  ];

  expect(others).toEqual([nobody, nobody, nobody]);
  expect(nobody).toContain('Point presse');
  expect(nobody).not.toMatch(/Tout est clair|Cyberattaque/);
});

test('a reader that has the feed already is told so, until something is published', async () => {
  await publish();
  const response = await fetch(feed);
  const headers = { 'if-none-match': response.headers.get('etag') as string };

  const same = await fetch(feed, { headers });
  await done(bretagne, 'publishStatement', { incidentId: incident, title: 'Nouveau', text });
  const another = await fetch(feed, { headers });

  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=60',
  });
  expect([same.status, await same.text(), same.headers.get('cache-control')]).toEqual([304, '', 'public, max-age=60']);
  expect([another.status, await another.text()]).toEqual([200, expect.stringContaining('Nouveau')]);
});

test('its head can be asked for alone, and nothing can be sent to it', async () => {
  const [whole, head, sent] = [
    await fetch(feed),
    await fetch(feed, { method: 'HEAD' }),
    await fetch(feed, { method: 'POST', body: '<entry/>' }),
  ];

  const described = ({ status, headers }: Response) => [
    status,
    ...['etag', 'content-type', 'content-length'].map((name) => headers.get(name)),
  ];
  expect(described(head)).toEqual(described(whole));
  expect(await head.text()).toBe('');
  expect([sent.status, await sent.json()]).toMatchObject([404, { errors: [{ extensions: { code: 'NOT_FOUND' } }] }]);
});

test('pages of any site may read the feed, and only the feed', async () => {
  const headers = { origin: 'https://journal.example' };
  const preflight = { ...headers, 'access-control-request-method': 'GET' };

  const answers = [
    await fetch(feed, { headers }),
    await fetch(`${feed}?region=99`, { headers }),
    await fetch(feed, { method: 'OPTIONS', headers: preflight }),
    await fetch(`${cellule.cellule.url}/graphql?query={__typename}`, { headers }),
    await fetch(`${cellule.cellule.url}/health`, { headers }),
  ];

  expect(answers.map((answer) => answer.headers.get('access-control-allow-origin'))).toEqual([
    '*',
    '*',
    '*',
    null,
    null,
  ]);
});

test('a host that can be none is not repeated, and a strange one cannot spoil the feed', async () => {
  const found = [
    await fetchFrom(feed, { host: '"><script>alert(1)</script>' }),
    await fetchFrom(feed, { host: "a'&b.example" }),
    await fetchFrom(feed, { host: 'autre.example', 'x-forwarded-host': 'evil.example' }),
  ];

  expect(found.map(({ links }) => links['self'])).toEqual([
    '/public/statements.atom',
    "http://a'&b.example/public/statements.atom",
    'http://autre.example/public/statements.atom',
  ]);
  expect(new Set(found.map(({ id }) => id)).size).toBe(1);
});

test('behind a proxy that is trusted, the addresses are those of the proxy', async () => {
  const proxied = await startTestCellule({ env: { TRUSTED_PROXY: 'loopback', BASE_PATH: '/cellule' } });

  const { links } = await fetchFeed(`${proxied.cellule.url}/public/statements.atom?region=53`, {
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'crisis.example',
  });

  expect(links['self']).toBe('https://crisis.example/cellule/public/statements.atom?region=53');
  await proxied.stop();
});

test('a server that was told its public address goes by it', async () => {
  const told = await startTestCellule({ env: { PUBLIC_URL: 'https://crisis.example/c' } });
  const address = 'https://crisis.example/c/public/statements.atom';

  const { id, links } = await fetchFrom(`${told.cellule.url}/public/statements.atom`, { host: 'evil.example' });

  expect([id, links]).toEqual([address, { self: address, first: address }]);
  await told.stop();
});

test('while the database is away, the feed is unavailable, and says nothing else', async () => {
  const { dataSource } = cellule.cellule.record;
  await dataSource.destroy();

  const response = await fetch(feed);

  await dataSource.initialize();
  const message = 'The server cannot answer just now. Try again.';
  expect([response.status, await response.json()]).toEqual([
    503,
    { errors: [{ message, extensions: { code: 'UNAVAILABLE' } }] },
  ]);
  expect(response.headers.get('cache-control')).toBeNull();
});
