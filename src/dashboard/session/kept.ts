const KEY = 'cellule:dashboard';

/** What this tab keeps of who looks, through a reload. */
export interface Kept {
  readonly token: string;
  /** The code of a stakeholder. */
  readonly actingFor?: string;
  /** If the token is one of an issuer. */
  readonly issued?: Issued;
}

export interface Issued {
  readonly issuer: string;
  /** Names the sign-in that it all goes back to: a duplicated tab goes on from the one of its original. */
  readonly signIn?: string;
  /** By the clock of this machine. */
  readonly since: number;
  readonly until: number;
  readonly refreshToken?: string;
  readonly idToken?: string;
}

export function kept(): Kept | undefined {
  const text = sessionStorage.getItem(KEY);
  return text === null ? undefined : (JSON.parse(text) as Kept);
}

export function keep(what: Kept): void {
  sessionStorage.setItem(KEY, JSON.stringify(what));
}

export function forget(): void {
  sessionStorage.clear();
}
