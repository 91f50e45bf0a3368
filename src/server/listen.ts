import type { AddressInfo, Server } from 'node:net';
import { Refusal } from '../kernel/errors';

interface Place {
  readonly port: number;
  readonly host: string;
  /** What the variables are called by which the place can be changed start with this. */
  readonly prefix?: string;
}

/** Resolves with the port when the server listens; a place that it cannot have is a Refusal. */
export function listen(server: Server, place: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalToListen(error, place)));
    server.listen(place.port, place.host, () => resolve((server.address() as AddressInfo).port));
  });
}

function refusalToListen(error: NodeJS.ErrnoException, { port, host, prefix = '' }: Place): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Refusal(`Port ${port} on ${host} is taken: set ${prefix}PORT.`);
    case 'EACCES':
      return new Refusal(`Port ${port} on ${host} may not be used by this user: set ${prefix}PORT.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Refusal(`${host} is not an address of this machine: set ${prefix}HOST.`);
    default:
      return error;
  }
}
