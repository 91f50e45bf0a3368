/** An issuer where people sign in, as the server is configured. */
export interface Place {
  readonly issuer: string;
  readonly clientId: string;
  readonly name?: string;
  readonly scope: string;
  readonly resource?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A party of a demo, and the fragment of the address that opens the page in its place. */
export interface Entrance {
  readonly name: string;
  readonly fragment: string;
}

export interface WaysIn {
  readonly issuers: readonly Place[];
  readonly entrances?: readonly Entrance[];
}

export async function waysIn(): Promise<WaysIn> {
  const response = await fetch(new URL('sign-in.json', document.baseURI));
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`);
  return (await response.json()) as WaysIn;
}
