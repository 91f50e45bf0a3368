import type { Access, InvolvementRole } from '../api/generated';

export const roles: readonly InvolvementRole[] = [
  ...(['OPERATOR', 'LEAD', 'FOLLOW_UP', 'LIAISON', 'RESPONDER', 'INFORMED'] as const),
];
/** Who runs what is hit is so by being named the operator. */
export const declarerRoles = roles.filter((role) => role !== 'OPERATOR');
export const accesses: readonly Access[] = ['READ', 'CONTRIBUTE', 'COORDINATE'];
