import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

export interface StakeholderChoice {
  readonly code: string;
  readonly name: string;
}

/** For whom they may act who have to say it. */
export function choicesOf(error: unknown): readonly StakeholderChoice[] | undefined {
  const body = ServerError.is(error) ? (JSON.parse(error.bodyText) as Refusal) : undefined;
  const [fault] = CombinedGraphQLErrors.is(error) ? error.errors : (body?.errors ?? []);
  return (fault?.extensions as Refusal['errors'][number]['extensions'])?.choices;
}

interface Refusal {
  readonly errors: readonly { readonly extensions?: { readonly choices?: readonly StakeholderChoice[] } }[];
}

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

/** Where in the arguments the fault lies, from the outside in. */
export function inputPathOf(error: unknown): readonly string[] {
  const [fault] = CombinedGraphQLErrors.is(error) ? error.errors : [];
  return (fault?.extensions?.['inputPath'] ?? []) as readonly string[];
}
