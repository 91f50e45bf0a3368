import { Column } from 'typeorm';
import { describedEnum } from '../kernel/enum';
import { badInput } from '../kernel/errors';

export const Tlp = describedEnum(
  'Tlp',
  'Traffic Light Protocol 2.0 (FIRST, August 2022): how far a reader may pass a thing on. Labels are never translated.',
  {
    TLP_RED: 'TLP:RED: for the named persons only.',
    TLP_AMBER_STRICT: 'TLP:AMBER+STRICT: for the recipient organisations only.',
    TLP_AMBER: 'TLP:AMBER: for the recipient organisations and their clients, as they need to know.',
    TLP_GREEN: 'TLP:GREEN: for the community, not over public channels.',
    TLP_CLEAR: 'TLP:CLEAR: no limit on passing it on; publishing it remains a separate act.',
  },
);
export type Tlp = keyof typeof Tlp;

export const Audience = describedEnum('Audience', 'Who reads a thing here, whatever its label lets them pass on.', {
  ENROLLED: 'Every stakeholder that has accounts here. Only under TLP:GREEN and TLP:CLEAR.',
  INVOLVED: 'The stakeholders involved in the incident, those who join later included. The default.',
  AUTHORITIES: 'The public authorities among the involved stakeholders.',
  LISTED: 'The involved stakeholders that are listed.',
  PERSONS: 'The author and the persons named, not their organisations. Always and only under TLP:RED.',
});
export type Audience = keyof typeof Audience;

export const Pap = describedEnum(
  'Pap',
  'Permissible Actions Protocol (MISP; ANSSI marks with it beside TLP): what a reader may do with a thing. Shown, and no rule of access.',
  {
    PAP_RED: 'PAP:RED: nothing that could be detected; passive actions on own logs only.',
    PAP_AMBER: 'PAP:AMBER: passive cross-checks, third-party services included.',
    PAP_GREEN: 'PAP:GREEN: active actions allowed, such as blocking.',
    PAP_CLEAR: 'PAP:CLEAR: no restriction.',
  },
);
export type Pap = keyof typeof Pap;

const labels: Readonly<Record<Tlp, string>> = {
  TLP_RED: 'TLP:RED',
  TLP_AMBER_STRICT: 'TLP:AMBER+STRICT',
  TLP_AMBER: 'TLP:AMBER',
  TLP_GREEN: 'TLP:GREEN',
  TLP_CLEAR: 'TLP:CLEAR',
};

/** The label exactly as FIRST writes it. */
export function tlpLabel(tlp: Tlp): string {
  return labels[tlp];
}

/**
 * A marking, stored with what it marks; the originator is always among the readers. Entries never change: the one in
 * their row is the first, and later ones stand beside them.
 */
export class Marking {
  @Column({ type: 'text' })
  tlp!: Tlp;

  @Column({ type: 'text' })
  audience!: Audience;

  /** Shown only; null: none was set. */
  @Column({ type: 'text', nullable: true })
  pap!: Pap | null;

  /** Keys of the stakeholders listed; under AUTHORITIES, of those that read beside them; empty otherwise. */
  @Column({ type: 'uuid', array: true })
  stakeholders!: string[];

  /** Keys of the persons named; empty unless PERSONS. */
  @Column({ type: 'uuid', array: true })
  persons!: string[];

  /** The stakeholder whose thing it is. */
  @Column({ type: 'uuid' })
  originator!: string;

  /** The person that made the thing; null for a system. */
  @Column({ type: 'uuid', nullable: true })
  author!: string | null;

  /** The stakeholder that the originator lets decide as itself; null: none. */
  @Column({ type: 'uuid', nullable: true })
  delegate!: string | null;

  /** How many markings the thing has had, this one included. */
  @Column({ type: 'integer' })
  version!: number;
}

export interface MarkingChoice {
  readonly tlp: Tlp;
  readonly audience?: Audience | null;
  readonly pap?: Pap | null;
  readonly stakeholders?: readonly string[] | null;
  readonly persons?: readonly string[] | null;
}

export interface Originator {
  readonly stakeholderId: string;
  readonly personId: string | null;
}

/** The marking that a choice amounts to, its defaults filled in, or BAD_USER_INPUT if it contradicts itself. */
export function chosenMarking(choice: MarkingChoice, by: Originator, inputPath: string): Marking {
  const audience = choice.audience ?? (choice.tlp === 'TLP_RED' ? 'PERSONS' : 'INVOLVED');
  const stakeholders = [...new Set(choice.stakeholders ?? [])].sort();
  const persons = [...new Set(choice.persons ?? [])].sort();
  if ((audience === 'PERSONS') !== (choice.tlp === 'TLP_RED')) {
    throw badInput('The audience PERSONS goes with TLP:RED, always and only.', `${inputPath}.audience`);
  }
  if (audience === 'ENROLLED' && choice.tlp !== 'TLP_GREEN' && choice.tlp !== 'TLP_CLEAR') {
    throw badInput(
      `${tlpLabel(choice.tlp)} cannot be read by every enrolled stakeholder. TLP:GREEN and TLP:CLEAR can.`,
      `${inputPath}.audience`,
    );
  }
  if (audience !== 'LISTED' && stakeholders.length > 0) {
    throw badInput('`stakeholders` go with the audience LISTED: name it.', `${inputPath}.stakeholders`);
  }
  if (audience === 'LISTED' && stakeholders.length === 0) {
    throw badInput(
      'LISTED needs at least one stakeholder; your own will do, to withdraw a thing from all others.',
      `${inputPath}.stakeholders`,
    );
  }
  if (audience !== 'PERSONS' && persons.length > 0) {
    throw badInput('Persons are named under TLP:RED only.', `${inputPath}.persons`);
  }
  if (audience === 'PERSONS' && by.personId === null) {
    throw badInput('A system is no person: it cannot mark anything TLP:RED.', `${inputPath}.tlp`);
  }
  return {
    tlp: choice.tlp,
    audience,
    pap: choice.pap ?? null,
    stakeholders,
    persons,
    originator: by.stakeholderId,
    author: by.personId,
    delegate: null,
    version: 1,
  };
}

/** The marking as something new carries it: its first one, with nobody to decide in the originator's place. */
export function afresh(marking: Marking): Marking {
  return { ...marking, delegate: null, version: 1 };
}
