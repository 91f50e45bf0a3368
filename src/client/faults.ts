/** The journal is not what the server said before, or not what its hashes say: what follows is not to be trusted. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';

  constructor(
    readonly incidentId: string,
    /** The line at which it shows. */
    readonly number: number,
    what: string,
  ) {
    super(`Line ${number} of ${incidentId}: ${what}`);
  }
}

/** The server refused, and would refuse again. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    message: string,
    /** One of the codes of errors, or of those with which sockets are closed. */
    readonly code: string,
  ) {
    super(message);
  }

  /** Another token may be a good one. */
  get isOfToken(): boolean {
    return this.code === '4401' || this.code === 'UNAUTHENTICATED';
  }
}

/** A connection came to its end, or to nothing: the next one goes on. */
export class Cut extends Error {
  override readonly name = 'Cut';

  constructor(
    message: string,
    readonly retryAfterSeconds = 0,
  ) {
    super(message);
  }
}

interface Close {
  readonly code: number;
  readonly reason: string;
}

interface GraphQLFault {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
}

/** What graphql-ws hands out and throws, its faults as `Cut` or `Refused`. */
export async function* inOurWords<Data>(
  results: AsyncIterable<{ data?: Data | null | undefined; errors?: readonly GraphQLFault[] | undefined }>,
): AsyncGenerator<Data> {
  try {
    for await (const { data, errors } of results) {
      // A field that could not be read is null, and the line came all the same.
      if (data) yield data;
      else if (errors) throw errors;
    }
  } catch (fault) {
    if (Array.isArray(fault)) throw ofErrors(fault as unknown as readonly [GraphQLFault]);
    throw isClose(fault) ? ofClose(fault) : new Cut(`The server cannot be reached. ${messageOf(fault)}`.trim());
  }
}

const passing = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR']);

function ofErrors([{ message, extensions = {} }]: readonly [GraphQLFault]): Cut | Refused {
  const { code = 'UNKNOWN', retryAfterSeconds } = extensions;
  return passing.has(code) ? new Cut(message, retryAfterSeconds) : new Refused(message, code);
}

/** A protocol that is not spoken here, a message that is not understood, a token that is no good. */
const lasting = new Set([1002, 1007, 4400, 4401, 4406]);

function ofClose({ code, reason }: Close): Cut | Refused {
  const message = `The socket was closed with ${code}. ${reason}`.trim();
  return lasting.has(code) ? new Refused(message, String(code)) : new Cut(message);
}

function isClose(fault: unknown): fault is Close {
  return typeof (fault as Close | null)?.code === 'number' && 'reason' in (fault as Close);
}

function messageOf(fault: unknown): string {
  const { message } = (fault ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : '';
}
