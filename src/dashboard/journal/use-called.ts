import { useWriting } from '../writing/writing';

/** What those are called of whom the journal tells the codes, and what the things are called of which it tells the ids. */
export function useCalled() {
  const { incident } = useWriting();
  const { everInvolved, affectedRegions, affectedServices, operator } = incident;
  const { actions, publicStatements, statementDrafts } = incident;
  const parties = [operator, ...everInvolved.map(({ stakeholder }) => stakeholder)].filter((one) => one != null);
  const things = [actions, publicStatements, statementDrafts].flatMap(({ edges }) => edges.map(({ node }) => node));
  const concerned = [...things, ...affectedServices].flatMap(({ regions }) => regions);
  const regions = [...affectedRegions.map(({ region }) => region), ...concerned];
  const titles = [
    ...things.map(({ id, title }) => [id, title] as const),
    ...affectedRegions.map(({ id, region }) => [id, region.name] as const),
    ...affectedServices.map(({ id, name }) => [id, name] as const),
    ...everInvolved.flatMap(({ id, stakeholder }) => (stakeholder ? [[id, stakeholder.name] as const] : [])),
  ];
  return {
    names: new Map([...parties, ...regions].map(({ code, name }) => [code, name])),
    titles: new Map(titles),
  };
}
