import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** The code of docs/errors.md, or OFFLINE when there was no answer at all. */
export function codeOf(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) return String(error.errors[0]?.extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR');
  const bodies = (error as { bodyText?: string }).bodyText;
  const code = bodies === undefined ? undefined : /"code":"([A-Z_]+)"/.exec(bodies)?.[1];
  return code ?? 'OFFLINE';
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
