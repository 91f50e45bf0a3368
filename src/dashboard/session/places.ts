/** An issuer where people sign in, as the server is configured. */
export interface Place {
  readonly issuer: string;
  readonly clientId: string;
  readonly name?: string;
  readonly scope: string;
  readonly resource?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export async function placesToSignIn(): Promise<readonly Place[]> {
  const response = await fetch(new URL('sign-in.json', document.baseURI));
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
  const { issuers } = (await response.json()) as { readonly issuers: readonly Place[] };
  return issuers;
}
