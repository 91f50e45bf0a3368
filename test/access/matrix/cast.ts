import { done } from '../../support/builders';
import type { TestCellule } from '../../support/cellule';
import type { Party } from '../../support/party';
import type { ViewerName } from './table';

/** Who there is, and who is listed and named where a marking lists or names. */
export interface Cast {
  readonly as: Readonly<Record<ViewerName, Party>>;
  readonly list: readonly string[];
  readonly names: readonly string[];
}

/**
 * Everybody but those that a marking must keep out by its own rule is listed and named wherever that can be: who was
 * released, whose rights ended, and who only administers see nothing all the same.
 */
export async function assemble(cellule: TestCellule): Promise<Cast> {
  const originator = await cellule.party('ORIGINE', { kind: 'OTHER' });
  const listed = await cellule.party('LISTEE', { kind: 'RESPONSE_PROVIDER' });
  const named = await cellule.party('NOMMEE', { kind: 'PHARMACY' });
  const released = await cellule.party('PARTIE', { kind: 'POLICE' });
  const administrator = await cellule.colleague(listed, ['ADMINISTER']);
  const ended = await cellule.colleague(originator);
  const platform = cellule.admin;
  return {
    as: {
      ...{ originator, listed, named, released, administrator, ended, platform },
      colleague: await cellule.colleague(originator),
      companion: await cellule.colleague(named),
      authority: await cellule.party('AUTORITE', { kind: 'PREFECTURE' }),
      operator: await cellule.party('OPERATEUR', { kind: 'OPERATOR' }),
      enrolled: await cellule.party('INSCRITE', { kind: 'GENDARMERIE' }),
      system: await cellule.system(originator),
      anonymous: cellule.anonymous,
    },
    list: [listed, released, platform].map(({ stakeholder }) => stakeholder),
    names: [named, released, administrator, ended, platform].map(({ person }) => person),
  };
}

/** Those leave who are to have left; from then on nobody can list or name them. */
export async function part(cast: Cast, incidents: readonly string[]): Promise<Cast> {
  const { originator, released, platform, ended } = cast.as;
  for (const id of incidents) {
    const { incident } = await originator.ask(
      'query ($id: ID!) { incident(id: $id) { involvements { id version stakeholder { id } } } }',
      { id },
    );
    const involvement = incident.involvements.find(
      (one: { stakeholder: { id: string } }) => one.stakeholder.id === released.stakeholder,
    );
    await done(originator, 'releaseStakeholder', {
      involvementId: involvement.id,
      expectedVersion: involvement.version,
    });
  }
  await done(platform, 'endRights', { personId: ended.person, stakeholderId: ended.stakeholder, expectedVersion: 1 });
  return {
    as: cast.as,
    list: cast.list.filter((id) => id !== released.stakeholder),
    names: cast.names.filter((id) => id !== released.person && id !== ended.person),
  };
}
