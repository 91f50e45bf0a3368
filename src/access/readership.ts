import { afresh, type Marking, type Originator, type Tlp } from './marking';

/** What is known of the parties of an incident, for comparing who reads what. */
export interface Parties {
  isAuthority(stakeholderId: string): boolean;
  /** The stakeholders that a person acts for, here and elsewhere: whichever it acts for, it is the person who reads. */
  actsFor(personId: string): readonly string[];
}

type Readers = Pick<Marking, 'audience' | 'stakeholders' | 'persons' | 'originator' | 'author'>;

/** Whether whoever reads what is marked `inner` reads what is marked `outer` too: it is never wider than that. */
export function isWithin(inner: Readers, outer: Readers, parties: Parties): boolean {
  if (outer.audience === 'ENROLLED') return true;
  if (outer.audience === 'INVOLVED') return inner.audience !== 'ENROLLED';
  switch (inner.audience) {
    case 'ENROLLED':
    case 'INVOLVED':
      return false;
    case 'AUTHORITIES':
      return outer.audience === 'AUTHORITIES' && everyNamed(inner, outer, parties);
    case 'LISTED':
      return everyNamed(inner, outer, parties);
    case 'PERSONS':
      return namedBy(inner).every((id) => admitsPerson(outer, id, parties));
  }
}

const everyNamed = (inner: Readers, outer: Readers, parties: Parties): boolean =>
  withOriginator(inner).every((id) => admits(outer, id, parties));

/** The marking that something takes from what it lies within: the same readers, and its own originator beside them. */
export function inheritedMarking(outer: Marking, by: Originator): Marking {
  const { audience, author, persons } = outer;
  const hasReaders = audience === 'LISTED' || audience === 'AUTHORITIES';
  return {
    ...afresh(outer),
    originator: by.stakeholderId,
    author: by.personId,
    stakeholders: hasReaders ? without(withOriginator(outer), by.stakeholderId) : [],
    persons: audience === 'PERSONS' ? without([...persons, author], by.personId) : [],
  };
}

function without(named: readonly (string | null)[], own: string | null): string[] {
  return [...new Set(named)].filter((id): id is string => id !== null && id !== own).sort();
}

/** The readers that both have. Whoever originated `inner` reads it whatever happens to what it lies within. */
export function narrowedTo(outer: Marking, inner: Marking, parties: Parties): Marking {
  const tlp = strictness(outer.tlp) > strictness(inner.tlp) ? outer.tlp : inner.tlp;
  const { originator, author, pap, delegate } = inner;
  const kept = { tlp, originator, author, pap, delegate, version: inner.version + 1 };
  if (inner.audience === 'PERSONS' || outer.audience === 'PERSONS') {
    const named = inner.audience === 'PERSONS' ? inner.persons : namedBy(outer);
    const persons = named.filter((id) => admitsPerson(outer, id, parties) && admitsPerson(inner, id, parties));
    return { ...kept, audience: 'PERSONS', stakeholders: [], persons };
  }
  if (inner.audience === 'LISTED' || outer.audience === 'LISTED') {
    const [list, other] = inner.audience === 'LISTED' ? [inner, outer] : [outer, inner];
    return { ...kept, audience: 'LISTED', stakeholders: shared(list, other, parties), persons: [] };
  }
  const [narrow, other] =
    breadth.indexOf(outer.audience) < breadth.indexOf(inner.audience) ? [outer, inner] : [inner, outer];
  return { ...kept, audience: narrow.audience, stakeholders: shared(narrow, other, parties), persons: [] };
}

/** Those that one marking names and the other admits. */
function shared(named: Marking, other: Marking, parties: Parties): string[] {
  const hasReaders = named.audience === 'LISTED' || named.audience === 'AUTHORITIES';
  return hasReaders ? without(withOriginator(named), null).filter((id) => admits(other, id, parties)) : [];
}

const breadth: readonly Marking['audience'][] = ['AUTHORITIES', 'INVOLVED', 'ENROLLED'];

/** Whether a stakeholder as a whole is among the readers, being involved. */
function admits({ audience, stakeholders, originator }: Readers, id: string, parties: Parties): boolean {
  switch (audience) {
    case 'ENROLLED':
    case 'INVOLVED':
      return true;
    case 'AUTHORITIES':
      return id === originator || stakeholders.includes(id) || parties.isAuthority(id);
    case 'LISTED':
      return id === originator || stakeholders.includes(id);
    case 'PERSONS':
      return false;
  }
}

function admitsPerson(marking: Readers, id: string, parties: Parties): boolean {
  if (marking.audience === 'PERSONS') return namedBy(marking).includes(id);
  const stakeholderIds = parties.actsFor(id);
  return stakeholderIds.length > 0 && stakeholderIds.every((one) => admits(marking, one, parties));
}

/** Whether somebody of a stakeholder reads what carries the marking. */
export function reaches(marking: Readers, stakeholderId: string, parties: Parties): boolean {
  return marking.audience === 'PERSONS'
    ? namedBy(marking).some((id) => parties.actsFor(id).includes(stakeholderId))
    : admits(marking, stakeholderId, parties);
}

const withOriginator = ({ stakeholders, originator }: Readers): string[] => [...stakeholders, originator];

function namedBy({ persons, author }: Readers): string[] {
  return author === null ? [...persons] : [...new Set([...persons, author])];
}

const labels: readonly Tlp[] = ['TLP_CLEAR', 'TLP_GREEN', 'TLP_AMBER', 'TLP_AMBER_STRICT', 'TLP_RED'];

/** The higher, the less far readers may pass it on. */
export function strictness(tlp: Tlp): number {
  return labels.indexOf(tlp);
}

/**
 * Whether somebody may decide on a marking as its source: the originator, who under PERSONS is the author in person, or
 * the delegate.
 */
export function isSource(marking: Marking, who: { stakeholderId: string | null; personId: string | null }): boolean {
  return isOriginator(marking, who) || (marking.delegate !== null && marking.delegate === who.stakeholderId);
}

export function isOriginator(
  { audience, originator, author }: Marking,
  { stakeholderId, personId }: { stakeholderId: string | null; personId: string | null },
): boolean {
  return audience === 'PERSONS' ? author !== null && author === personId : originator === stakeholderId;
}
