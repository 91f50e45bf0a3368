import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { Config } from '../kernel/config';
import { listen } from './listen';
import type { PrometheusMetrics } from './metrics';

interface PageOptions {
  readonly metrics: PrometheusMetrics;
  readonly config: Pick<Config, 'metricsPort' | 'metricsHost'>;
  readonly log: Logger;
}

/** `/metrics`, on a port of its own: whoever reaches that may read it, so it is not for the public. */
export class MetricsPage {
  private readonly server: Server;

  constructor(private readonly options: PageOptions) {
    const { metrics, log } = options;
    this.server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      if (request.url?.split('?')[0] !== '/metrics' || request.method !== 'GET') {
        response.writeHead(404).end();
        return;
      }
      metrics.page().then(
        (page) => response.writeHead(200, { 'content-type': metrics.contentType }).end(page),
        (error: Error) => {
          log.warn({ err: error }, 'the metrics could not be gathered');
          response.writeHead(500).end();
        },
      );
    });
  }

  /** Resolves with the port when it listens. */
  start(): Promise<number> {
    const { metricsPort = 0, metricsHost } = this.options.config;
    return listen(this.server, { port: metricsPort, host: metricsHost, prefix: 'METRICS_' });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
