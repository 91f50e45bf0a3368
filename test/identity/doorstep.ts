import WebSocket from 'ws';
import { closed } from '../server/toy-api';
import { done } from '../support/builders';
import type { TestCellule } from '../support/cellule';

type End = { readonly code: number; readonly reason: string };

/** Opens a socket with a payload for `connection_init`, and answers with how it ends: 4999 if it was let in and the test said so. */
export function closing(url: string, payload: object, ifLetIn?: 4999): Promise<End> {
  const socket = opened(url, payload);
  if (ifLetIn) socket.on('message', () => socket.close(ifLetIn, 'It was let in'));
  return closed(socket);
}

/** An idle socket that was let in; what it answers with resolves when that is closed. */
export async function admitted(url: string, token: string): Promise<() => Promise<End>> {
  const socket = opened(url, { authorization: `Bearer ${token}` });
  const end = closed(socket);
  await new Promise((resolve) => socket.once('message', resolve));
  return () => end;
}

function opened(url: string, payload: object): WebSocket {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  return socket;
}

/** An enrolled stakeholder under this SIRET, registered if it is not there yet, with rights for who comes from it. */
export async function openTo(
  { admin }: TestCellule,
  { code, siret, defaultRights }: { code: string; siret: string; defaultRights: string[] },
): Promise<string> {
  const known = await admin.attempt('query ($code: String!) { stakeholder(code: $code) { id } }', { code });
  if (known.data?.stakeholder) return known.data.stakeholder.id;
  const input = { code, name: code, kind: 'OTHER', scope: 'NATIONAL', siret, enrolled: true };
  const { id, version } = await done(admin, 'registerStakeholder', input);
  if (defaultRights.length > 0)
    await done(admin, 'reviseStakeholder', { stakeholderId: id, expectedVersion: version, defaultRights });
  return id;
}
