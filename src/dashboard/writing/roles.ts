import type { Access, InvolvementRole } from '../api/generated';

export const roles: readonly InvolvementRole[] = [
  ...(['OPERATOR', 'LEAD', 'FOLLOW_UP', 'LIAISON', 'RESPONDER', 'INFORMED'] as const),
];
export const accesses: readonly Access[] = ['READ', 'CONTRIBUTE', 'COORDINATE'];
