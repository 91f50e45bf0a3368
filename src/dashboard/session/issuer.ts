import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import type { Issued, Kept } from './kept';
import { type Place, waysIn } from './places';

/** What is kept while somebody is at the issuer. */
const PENDING = 'cellule:signing-in';

interface Pending {
  readonly issuer: string;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where in the dashboard they were. */
  readonly hash: string;
}

/** The page itself, without what hangs on its address: what is registered at the issuer. */
const pageUrl = new URL('.', document.baseURI).href;

interface Known {
  readonly place: Place;
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly options: { readonly [allowInsecureRequests]: boolean };
}

async function known(issuer: string): Promise<Known> {
  const { issuers } = await waysIn();
  const place = issuers.find((one) => one.issuer === issuer);
  if (!place) throw new Error(`Nobody signs in at ${issuer} any more.`);
  // The server takes such an issuer on the same machine only.
  const options = { [allowInsecureRequests]: issuer.startsWith('http:') };
  const url = new URL(issuer);
  const server = await processDiscoveryResponse(url, await discoveryRequest(url, options));
  return { place, server, client: { client_id: place.clientId }, options };
}

/** Leaves for the issuer; `comeBack` goes on from there. `afresh`: whoever the issuer takes them for, they say who they are. */
export async function leaveFor({ issuer }: Place, { afresh }: { readonly afresh: boolean }): Promise<void> {
  const { place, server } = await known(issuer);
  const pending: Pending = {
    issuer,
    verifier: generateRandomCodeVerifier(),
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    hash: location.hash,
  };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const url = new URL(endpoint(server.authorization_endpoint));
  const asked = {
    ...place.parameters,
    ...(afresh && { prompt: 'login' }),
    response_type: 'code',
    client_id: place.clientId,
    redirect_uri: pageUrl,
    scope: place.scope,
    ...(place.resource !== undefined && { resource: place.resource }),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  location.assign(url);
}

/** Takes the issuer's answer out of the address, and gets a token for it. */
export async function comeBack(): Promise<Kept> {
  const answer = new URL(location.href);
  const text = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  const pending = text === null ? undefined : (JSON.parse(text) as Pending);
  history.replaceState(null, '', `${pageUrl}${pending?.hash || '#/'}`);
  if (!pending) throw new Error('Nobody left this tab to sign in.');
  const { place, server, client, options } = await known(pending.issuer);
  const parameters = validateAuthResponse(server, client, answer, pending.state);
  const response = await authorizationCodeGrantRequest(server, client, None(), parameters, pageUrl, pending.verifier, {
    ...options,
    ...naming(place),
  });
  const checks = { expectedNonce: pending.nonce, requireIdToken: true };
  const tokens = await processAuthorizationCodeResponse(server, client, response, checks);
  return { token: tokens.access_token, issued: { ...issuedBy(pending.issuer, tokens), signIn: generateRandomState() } };
}

/** With another token; as it was if the issuer is not to be reached, and without a way to renew if it refuses. */
export async function renewed(kept: Kept): Promise<Kept> {
  const { issued } = kept;
  if (issued?.refreshToken === undefined) return kept;
  try {
    const { place, server, client, options } = await known(issued.issuer);
    const asked = { ...options, ...naming(place) };
    const response = await refreshTokenGrantRequest(server, client, None(), issued.refreshToken, asked);
    const tokens = await processRefreshTokenResponse(server, client, response);
    return { ...kept, token: tokens.access_token, issued: { ...issued, ...issuedBy(issued.issuer, tokens) } };
  } catch (fault) {
    if (!(fault instanceof ResponseBodyError)) return kept;
    const { refreshToken, ...rest } = issued;
    return { ...kept, issued: rest };
  }
}

/** Ends the sign-in at the issuer too: at a shared desk, who comes next is not to be taken for who has left. */
export async function signOutAt({ issuer, refreshToken, idToken }: Issued): Promise<void> {
  const { server, client, options } = await known(issuer);
  if (refreshToken !== undefined && server.revocation_endpoint !== undefined) {
    await revocationRequest(server, client, None(), refreshToken, options).catch(() => undefined);
  }
  if (server.end_session_endpoint === undefined || idToken === undefined) return;
  const url = new URL(server.end_session_endpoint);
  const asked = { client_id: client.client_id, id_token_hint: idToken, post_logout_redirect_uri: pageUrl };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  location.assign(url);
}

function naming({ resource }: Place): { additionalParameters?: Record<string, string> } {
  return resource === undefined ? {} : { additionalParameters: { resource } };
}

function issuedBy(issuer: string, tokens: TokenEndpointResponse): Issued {
  const since = Date.now();
  return {
    ...{ issuer, since },
    // Who does not say it says that it is not to be renewed by the clock.
    until: tokens.expires_in === undefined ? Number.MAX_SAFE_INTEGER : since + tokens.expires_in * 1000,
    ...(tokens.refresh_token !== undefined && { refreshToken: tokens.refresh_token }),
    ...(tokens.id_token !== undefined && { idToken: tokens.id_token }),
  };
}

function endpoint(address: string | undefined): string {
  if (address === undefined) throw new Error('The issuer names no endpoint to sign in at.');
  return address;
}
