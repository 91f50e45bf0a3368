import type { ServerResponse } from 'node:http';
import type { Config } from '../kernel/config';
import type { Metrics } from '../kernel/metrics';
import type { FormatError } from './errors';
import { refusal, reply, statuses } from './refusals';

interface Failing {
  readonly formatError: FormatError;
  readonly metrics: Metrics;
  readonly config: Pick<Config, 'limits'>;
}

/** Answers a request that cannot be read or answered, as GraphQL clients expect it. */
export function failed(error: unknown, response: ServerResponse, { formatError, metrics, config }: Failing): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status = 500, type } = error as { status?: number; type?: string };
  if (status < 500) {
    metrics.refused('BAD_REQUEST');
    reply(response, status, refusal('BAD_REQUEST', bodyFault(type, config.limits.messageBytes)));
    return;
  }
  const formatted = formatError(error);
  reply(response, statuses[String(formatted.extensions?.['code'])] ?? 500, { errors: [formatted] });
}

function bodyFault(type: string | undefined, limit: number): string {
  switch (type) {
    case 'entity.parse.failed':
      return 'The body is not JSON.';
    case 'entity.too.large':
      return `The body is larger than ${limit} bytes.`;
    default:
      return 'The request cannot be read.';
  }
}
