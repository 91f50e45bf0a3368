import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import proxyaddr from 'proxy-addr';
import type { Config } from '../kernel/config';

type Trust = (address: string, hop: number) => boolean;

/** Which proxies are believed when they say for whom they ask: for express, and for WebSockets in the same way. */
export function trustOf(proxies: Config['trustedProxy']): Trust {
  if (proxies === false) return () => false;
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxyaddr.compile([...proxies]);
}

/** Whom a request counts for: an address, or of IPv6 the network of 64 bits that one subscriber has to itself. */
export function originOf(request: IncomingMessage, trust: Trust): string {
  return networkOf(proxyaddr(request, trust)) ?? networkOf(request.socket.remoteAddress) ?? 'unknown';
}

/** Some proxies write the port beside the address. What is none counts for the proxy that passed it on. */
function networkOf(address = ''): string | undefined {
  const [, bracketed, withPort] = /^\[(.*)\](?::\d+)?$|^([^:]*):\d+$/.exec(address) ?? [];
  const [plain = ''] = (bracketed ?? withPort ?? address).replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? networkOfIPv6(plain) : undefined;
}

function networkOfIPv6(address: string): string {
  const [start = '', end] = address.toLowerCase().split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [head, tail] = [groups(start), groups(end ?? '')];
  const zeros = end === undefined ? 0 : 8 - head.length - tail.length;
  const all = [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
