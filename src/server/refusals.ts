import type { ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { AppError } from '../kernel/errors';

/** The status of what is refused before anything is executed. */
export const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

export function headOf({ code, details }: AppError): { status: number; headers: HeaderMap } {
  const headers = new HeaderMap();
  if (code === 'UNAUTHENTICATED') headers.set('www-authenticate', 'Bearer');
  if (code === 'UNAVAILABLE') headers.set('retry-after', '5');
  if (code === 'RATE_LIMITED') headers.set('retry-after', String(details['retryAfterSeconds']));
  return { status: statuses[code] ?? 400, headers };
}

export function refusal(code: string, message: string, details: object = {}): object {
  return { errors: [{ message, extensions: { code, ...details } }] };
}

/** Answers a request that is not let in. */
export function refuse(response: ServerResponse, error: AppError): void {
  const { status, headers } = headOf(error);
  for (const [name, value] of headers) response.setHeader(name, value);
  reply(response, status, refusal(error.code, error.message, error.details));
}

export function reply(response: ServerResponse, status: number, answer: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer));
}
