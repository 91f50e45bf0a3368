import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { CloseCode } from 'graphql-ws';
import type { ErrorCode } from '../../src/kernel/errors';

/** The compiler sees to it that none is left out. */
const own: Record<ErrorCode, true> = {
  UNAUTHENTICATED: true,
  NOT_FOUND: true,
  FORBIDDEN: true,
  BAD_USER_INPUT: true,
  CONFLICT: true,
  ILLEGAL_TRANSITION: true,
  RATE_LIMITED: true,
  TOO_COSTLY: true,
  UNAVAILABLE: true,
};

/** With these a client closes its own socket. */
const ofClients = [CloseCode.InternalClientError, CloseCode.BadResponse, CloseCode.ConnectionAcknowledgementTimeout];

const page = readFileSync(join(__dirname, '../../docs/errors.md'), 'utf8');
const rows = [...page.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \|$/gm)].map(([, code, meaning]) => ({ code, meaning }));
const told = rows.map(({ code }) => code);

test('the page of errors tells every code of ours and of Apollo, once', () => {
  const codes = told.filter((code) => !/^\d/.test(code as string));

  expect(codes.sort()).toEqual([...new Set([...Object.keys(own), ...Object.values(ApolloServerErrorCode)])].sort());
});

test('the page of errors tells every code with which the server closes a socket', () => {
  const ofProtocol = Object.values(CloseCode).filter((code) => typeof code === 'number' && !ofClients.includes(code));

  for (const code of [1001, 1009, 1013, ...ofProtocol]) expect(told).toContain(String(code));
});
