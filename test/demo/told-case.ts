import { Api } from '../../src/demo/api';
import { DemoClock } from '../../src/demo/clock';
import { scenario } from '../../src/demo/scenario';
import { type DeclaredIncident, Telling } from '../../src/demo/telling';
import { startTestCellule, type TestCellule } from '../support/cellule';
import { Party } from '../support/party';

export interface ToldCase {
  readonly cellule: TestCellule;
  readonly incident: DeclaredIncident;
  as(code: string): Party;
  /** The lines of the journal in which these words occur, as the party reads them. */
  lines(code: string, words: string): Promise<Line[]>;
  /** The incident, as the party reads it. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their documents.
  incidentAs(code: string, selection: string): Promise<any>;
}

export interface Line {
  readonly number: number;
  readonly kind: string;
  readonly category: string;
  readonly text: string;
  readonly recordedAt: string;
  readonly confidence: string | null;
  readonly occurred: Record<'earliest' | 'latest' | 'precision' | 'words', string> | null;
  readonly author: { readonly personName: string; readonly stakeholder: { readonly code: string } };
  readonly provenance: { readonly label: string; readonly published: { readonly words: string } } | null;
  readonly subject: { readonly __typename: string };
  readonly marking: { readonly label: string };
}

const lineFields = `... on JournalEntry {
  number kind category text recordedAt confidence occurred { earliest latest precision words }
  author { personName stakeholder { code } } provenance { label published { words } } subject { __typename } marking { label }
}`;

/** A server on which the whole scenario was told. */
export async function tellCase(): Promise<ToldCase> {
  const clock = new DemoClock(scenario.begins);
  const cellule = await startTestCellule({ clock });
  const { url, record } = cellule.cellule;
  const telling = await Telling.of(scenario, { api: new Api(url), work: record.work, tokens: cellule.tokens, clock });
  for (const step of scenario.steps) await telling.tell(step);

  const parties = new Map<string, Party>();
  for (const { code, personId, stakeholderId } of telling.parties) {
    const token = await cellule.tokens.sign({ personId, stakeholderId, expiresInSeconds: 3600 });
    parties.set(code, new Party({ url, token, code, personId, stakeholderId }));
  }
  const { incident } = telling;
  const as = (code: string) => parties.get(code) as Party;
  const incidentAs = async (code: string, selection: string) =>
    (await as(code).ask(`query ($id: ID!) { incident(id: $id) { ${selection} } }`, { id: incident.id })).incident;
  const lines = async (code: string, words: string): Promise<Line[]> => {
    const { journal } = await incidentAs(code, `journal(first: 100) { edges { node { ${lineFields} } } }`);
    return journal.edges.map(({ node }: { node: Line }) => node).filter(({ text }: Line) => text?.includes(words));
  };
  return { cellule, incident, as, incidentAs, lines };
}
