// What a reader may read, worked out from the truth alone, and by other code than the product's.

/** Whether the reader's party followed the incident when its journal had come to this line. */
export function follows({ parties }, { stakeholder }, head) {
  return (parties[stakeholder] ?? []).some(({ from, to }) => from <= head && head < to);
}

/** Whether a line was open to the reader when the journal had come to this line. */
export function isOpenTo({ lines }, reader, number, head) {
  const { markings } = lines[number - 1];
  return reads(reader, markings.findLast(({ from }) => from <= head) ?? markings[0]);
}

function reads({ stakeholder, person }, { audience, stakeholders, persons, originator, author }) {
  switch (audience) {
    case 'ENROLLED':
    case 'INVOLVED':
      return true;
    case 'LISTED':
      return stakeholders.includes(stakeholder) || stakeholder === originator;
    case 'PERSONS':
      return person !== null && (persons.includes(person) || person === author);
    default:
      throw new Error(`Nobody here marks ${audience}.`);
  }
}

/** Whose rights end between connecting and asking is told so, and may be from when that was asked for. */
export function isDue(errors, ended, at) {
  return ended !== undefined && at >= ended.askedAt && /"code":"UNAUTHENTICATED"/.test(errors);
}

/** Where in a stretch of a journal what the reader may see of a line can have changed. */
export function momentsIn(incident, { stakeholder }, number, { from, to }) {
  const changes = [
    ...incident.lines[number - 1].markings.map((marking) => marking.from),
    ...(incident.parties[stakeholder] ?? []).flatMap((stay) => [stay.from, stay.to]),
  ];
  return [from, ...changes.filter((moment) => moment > from && moment <= to)];
}
