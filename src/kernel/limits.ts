import { seconds, whole } from './variable';

type Figure = readonly [variable: string, standard: number, least: number, most: number];

/** How much anybody may ask for: the reasons are in docs/limits.md. Rates and crowds take 0 for "no limit". */
const amounts = {
  documentLength: ['MAX_DOCUMENT_LENGTH', 50_000, 100, 10_000_000],
  tokens: ['MAX_TOKENS', 5000, 10, 15_000],
  depth: ['MAX_DEPTH', 20, 1, 200],
  aliases: ['MAX_ALIASES', 50, 0, 10_000],
  directives: ['MAX_DIRECTIVES', 50, 0, 10_000],
  rootFields: ['MAX_ROOT_FIELDS', 20, 1, 10_000],
  spreads: ['MAX_FRAGMENT_SPREADS', 100, 0, 10_000],
  fields: ['MAX_FIELDS', 2000, 1, 100_000],
  pairs: ['MAX_PAIRS', 10_000, 0, 10_000_000],
  variablesSize: ['MAX_VARIABLES_SIZE', 250_000, 100, 10_000_000],
  representations: ['MAX_REPRESENTATIONS', 2000, 1, 100_000],
  cost: ['MAX_COST', 100_000, 1, 100_000_000],
  messageBytes: ['MAX_MESSAGE_BYTES', 1_048_576, 1000, 100_000_000],
  unsentBytes: ['MAX_UNSENT_BYTES', 16_777_216, 1000, 999_999_999],
  requestsPerViewer: ['REQUESTS_PER_VIEWER', 3000, 0, 1_000_000],
  requestsPerAddress: ['REQUESTS_PER_ADDRESS', 6000, 0, 1_000_000],
  failedSignIns: ['FAILED_SIGN_INS_PER_ADDRESS', 1000, 0, 1_000_000],
  connections: ['CONNECTIONS', 10_000, 0, 1_000_000],
  socketsPerAddress: ['SOCKETS_PER_ADDRESS', 6000, 0, 1_000_000],
  socketsPerViewer: ['SOCKETS_PER_VIEWER', 1000, 0, 1_000_000],
  operationsPerSocket: ['OPERATIONS_PER_SOCKET', 100, 1, 10_000],
  messagesPerSocket: ['MESSAGES_PER_SOCKET', 5000, 0, 1_000_000],
} as const satisfies Record<string, Figure>;

/** How long anybody may take. */
const times = {
  requestWindow: ['REQUEST_WINDOW_SECONDS', 10, 1, 3600],
  signInWindow: ['SIGN_IN_WINDOW_SECONDS', 60, 1, 86_400],
  init: ['INIT_SECONDS', 3, 0.01, 60],
  idle: ['IDLE_SECONDS', 300, 0.01, 86_400],
  ping: ['PING_SECONDS', 12, 0.01, 300],
  flush: ['FLUSH_SECONDS', 30, 0.01, 600],
  close: ['CLOSE_SECONDS', 2, 0.01, 60],
  headers: ['HEADERS_SECONDS', 10, 0.01, 300],
  request: ['REQUEST_SECONDS', 30, 0.01, 3600],
  keepAlive: ['KEEP_ALIVE_SECONDS', 65, 0.01, 3600],
} as const satisfies Record<string, Figure>;

type AllOf<Figures> = { readonly [Name in keyof Figures]: number };
export interface Limits extends AllOf<typeof amounts> {
  readonly seconds: AllOf<typeof times>;
}

/** The limits that the environment sets, or the line that each of its faults gets. */
export function readLimits(given: Readonly<Record<string, string | undefined>>): { limits: Limits; faults: string[] } {
  const faults: string[] = [];
  const read = <Figures extends Record<string, Figure>>(figures: Figures, kind: typeof whole) => {
    const values = Object.entries(figures).map(([name, [variable, standard, least, most]]) => {
      const { data, error } = kind(least, most).default(standard).safeParse(given[variable]);
      for (const { message } of error?.issues ?? []) faults.push(`${variable}: ${message}`);
      return [name, data ?? standard];
    });
    return Object.fromEntries(values) as AllOf<Figures>;
  };
  return { limits: { ...read(amounts, whole), seconds: read(times, seconds) }, faults };
}

/** Each variable with what holds if it is absent. */
export const standardFigures: ReadonlyMap<string, number> = new Map(
  [...Object.values(amounts), ...Object.values(times)].map(([variable, standard]) => [variable, standard]),
);
