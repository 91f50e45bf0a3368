import {
  type Access,
  type Circumstances,
  may,
  type Permission,
  type Right,
  type Standing,
  withIncluded,
} from '../../src/access/permissions';

export const rights: readonly (Right | null)[] = [
  null,
  'READ',
  'CONTRIBUTE',
  'COORDINATE',
  'ADMINISTER',
  'PLATFORM_ADMIN',
];
export const accesses: readonly (Access | null)[] = [null, 'READ', 'CONTRIBUTE', 'COORDINATE'];

/** One person, one involvement, one thing. */
export interface Case {
  readonly right: Right | null;
  readonly access: Access | null;
  readonly responsible: boolean;
  readonly open: boolean;
  readonly words: string;
  readonly standing: Standing;
  readonly circumstances: Circumstances;
}

const either = [false, true];
export const cases: readonly Case[] = rights.flatMap((right) =>
  accesses.flatMap((access) =>
    either.flatMap((responsible) => either.map((open) => caseOf({ right, access, responsible, open }))),
  ),
);

function caseOf(given: Pick<Case, 'right' | 'access' | 'responsible' | 'open'>): Case {
  const { right, access, responsible, open } = given;
  const words = [
    `${right ?? 'nothing'}${access ? ` in ${access}` : ''}`,
    ...(responsible ? ['responsible'] : []),
    ...(open ? ['open', 'not involved'] : []),
  ];
  return {
    ...given,
    words: words.join(', '),
    standing: { stakeholderId: 'own', rights: new Set(right ? withIncluded([right]) : []), access },
    circumstances: { responsible: responsible ? 'own' : 'another', openToEnrolled: open },
  };
}

/** The cases in which the permission is there and would not be with anything less. */
export function leastCases(permission: Permission): Case[] {
  const permitted = cases.filter(({ standing, circumstances }) => may(standing, permission, circumstances));
  return permitted.filter((one) => !permitted.some((other) => other !== one && isAtLeast(one, other)));
}

/** Whether somebody has all that the other has. To be open to others helps only those who are not involved. */
export function isAtLeast(one: Case, other: Case): boolean {
  return (
    isRightAtLeast(one.right, other.right) &&
    (other.open ? one.access === null : accesses.indexOf(one.access) >= accesses.indexOf(other.access)) &&
    (one.responsible || !other.responsible) &&
    (one.open || !other.open)
  );
}

function isRightAtLeast(one: Right | null, other: Right | null): boolean {
  return other === null || (one !== null && withIncluded([one]).includes(other));
}
