import { type Client, createClient } from 'graphql-ws/client';
import { backOff } from '../../client/back-off';
import { Silence } from '../../client/silence';
import { apiUrl, type Session } from '../session/session';

/** How often the server is asked whether it is there, and how long its answer is waited for. */
const askedMs = 10_000;
const answeredMs = 8_000;

/** What subscriptions come by. A server that does not answer is taken to be gone, and connected to again. */
export function socketOf(session: Session): Client {
  const silence = new Silence(answeredMs);
  const awaitAnswer = () => silence.watch(() => socket.terminate());
  const socket: Client = createClient({
    url: apiUrl.replace(/^http/, 'ws'),
    connectionParams: async () => {
      const { authorization, 'acting-for': actingFor } = await session.headers();
      return { authorization, ...(actingFor !== undefined && { actingFor }) };
    },
    keepAlive: askedMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, backOff(retries + 1) * 1000)),
    on: {
      connecting: awaitAnswer,
      ping: (isReceived) => {
        if (!isReceived) awaitAnswer();
      },
      message: () => silence.end(),
      closed: () => silence.end(),
    },
  });
  return socket;
}
