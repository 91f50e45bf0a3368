import type { IncomingMessage, RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { type ApiOptions, api, letIn } from './api';
import { failed } from './failures';
import { refusal } from './refusals';

interface RoutesOptions extends ApiOptions {
  readonly basePath: string;
  readonly ready: RequestHandler;
  readonly graphiql: Router | undefined;
  readonly dashboard?: Router | undefined;
  readonly published: Router | undefined;
}

/** What the server answers over HTTP, path by path. */
export function routes(options: RoutesOptions): RequestListener {
  const path = `${options.basePath}/graphql`.toLowerCase();
  const [answerApi, answerPage] = [api(options), pages(options)];
  return (request, response) => (pathOf(request) === path ? answerApi : answerPage)(request, response);
}

function pages({ basePath, graphiql, dashboard, published, ready, ...options }: RoutesOptions): RequestListener {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.gate.trust);
  // Whether all of a domain is to be reached by HTTPS only is for the proxy in front to say.
  app.use(helmet({ strictTransportSecurity: false }));
  app.get(`${basePath}/health`, (_request, response) => void response.json({ status: 'ok' }));
  app.get(`${basePath}/ready`, ready);
  app.use(async (request, response, next) => {
    if (await letIn(request, response, options)) next();
  });
  if (graphiql) app.use(`${basePath}/graphiql`, graphiql);
  if (published) app.use(basePath || '/', published);
  if (dashboard) app.use(basePath || '/', dashboard);
  app.use((_request, response) => {
    response.status(404).json(refusal('NOT_FOUND', `There is nothing here. The API is at ${basePath}/graphql.`));
  });
  const failure: ErrorRequestHandler = (error, _request, response, _next) => failed(error, response, options);
  return app.use(failure);
}

/** As express reads it: in any case, and with or without the slash at its end; proxies may ask for a whole URL. */
function pathOf({ url = '' }: IncomingMessage): string {
  const [path = ''] = url.replace(/^https?:\/\/[^/?]*/i, '').split('?', 1);
  return path.replace(/\/$/, '').toLowerCase();
}
