import { useTranslation } from 'react-i18next';
import type { Entry } from '../link/following';
import { toldTime } from '../time/told-time';
import { useTold } from '../time/use-told';
import { useWriting } from '../writing/writing';
import css from './journal.module.css';

type Change = Entry['changes'][number];

/** So many are shown at once of a line that says nothing else; the others are unfolded. */
const shownAtOnce = 4;

/** What a line changed, in words: the journal words it for machines. */
export function Changes({ line }: { readonly line: Entry }) {
  const { t } = useTranslation();
  const { changes, text } = line;
  if (changes.length === 0) return null;
  const count = text ? 0 : changes.length <= shownAtOnce + 1 ? changes.length : shownAtOnce;
  const folded = changes.slice(count);
  return (
    <div className={css.changes}>
      <List line={line} changes={changes.slice(0, count)} />
      {folded.length > 0 && (
        <details>
          <summary>{t(count === 0 ? 'journal.allChanges' : 'journal.moreChanges', { count: folded.length })}</summary>
          <List line={line} changes={folded} />
        </details>
      )}
    </div>
  );
}

function List({ line, changes }: { readonly line: Entry; readonly changes: readonly Change[] }) {
  const { t } = useTranslation();
  const worded = useWorded(line);
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ field, old, new: now }) => (
        <li key={field}>
          {t(`field.${field}`, { defaultValue: field })}
          {t('app.colon')}
          {old !== null && `${worded(field, old)} → `}
          {now === null ? '–' : worded(field, now)}
        </li>
      ))}
    </ul>
  );
}

/** Where the words of a field's values are, by what the line is about; `*` for all others. */
const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { INCIDENT: 'status', REGION: 'region', SERVICE: 'service', ACTION: 'actionStatus' },
  ...{ severity: { '*': 'severity' }, nature: { '*': 'nature' }, resolution: { '*': 'resolution' } },
  ...{
    role: { '*': 'role' },
    access: { '*': 'access' },
    kind: { ACTION: 'actionKind' },
    priority: { '*': 'priority' },
  },
  ...{ audience: { '*': 'audience' }, state: { STATEMENT: 'draftState' }, exercise: { '*': 'yesNo' } },
};
const times = ['began', 'reached', 'since', 'restored', 'due', 'started', 'ended'];
const coded = [
  ...['operator', 'region', 'regions', 'authority', 'stakeholder', 'stakeholders', 'owner', 'addressees'],
  ...['issuer', 'delegate'],
];
const ids = ['duplicateOf', 'supersededBy', 'draft', 'publicStatement'];

function useWorded({ kind }: Entry): (field: string, value: string) => string {
  const { t } = useTranslation();
  const { time } = useTold();
  const { names, titles } = useCalled();
  const [about = ''] = kind.split('_');
  return (field, value) => {
    const words = terms[field]?.[about] ?? terms[field]?.['*'];
    if (words) return t(`${words}.${value}`, { defaultValue: value });
    if (times.includes(field) && toldTime(value)) return time(value);
    if (ids.includes(field)) return titles.get(value) ?? t('journal.another');
    if (!coded.includes(field)) return value;
    return value
      .split(', ')
      .map((code) => names.get(code) ?? code)
      .join(', ');
  };
}

/** What those are called of whom the journal tells the codes, and what the things are called of which it tells the ids. */
function useCalled() {
  const { incident } = useWriting();
  const { everInvolved, affectedRegions, actions, publicStatements, statementDrafts, operator } = incident;
  const parties = [operator, ...everInvolved.map(({ stakeholder }) => stakeholder)].filter((one) => one != null);
  const regions = affectedRegions.map(({ region }) => region);
  const things = [actions, publicStatements, statementDrafts].flatMap(({ edges }) => edges.map(({ node }) => node));
  return {
    names: new Map([...parties, ...regions].map(({ code, name }) => [code, name])),
    titles: new Map(things.map(({ id, title }) => [id, title])),
  };
}
