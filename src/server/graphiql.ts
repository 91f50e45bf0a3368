import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { getOperationAST, parse } from 'graphql';
import { pageHeaders } from './page-headers';

// Nothing may come from or go to another origin. Monaco writes style elements, hence 'unsafe-inline' for styles, and
// styles only. 'self' covers the WebSocket on the same host.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Operation {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

/** GraphiQL as the build left it in `assetsDir`, opening with the operations of `operationsDir`, one in each tab. */
export function graphiql({ assetsDir, operationsDir }: { assetsDir: string; operationsDir: string }): Router {
  const operations = readOperations(operationsDir);
  const router = express.Router();
  router.use(pageHeaders(CONTENT_SECURITY_POLICY));
  router.get('/operations.json', (_request: Request, response: Response) => {
    response.set('Cache-Control', 'no-cache').json(operations);
  });
  // The build puts these in a folder named by their hash.
  router.use('/assets', express.static(join(assetsDir, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  router.use(express.static(assetsDir, { setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }));
  router.use((_request, response, next) => {
    if (existsSync(join(assetsDir, 'index.html'))) return next();
    response.status(503).type('text').send('GraphiQL is not built yet. Run "npm run build", then reload this page.\n');
  });
  return router;
}

function readOperations(dir: string): Operation[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readOperation(join(dir, file)));
}

function readOperation(path: string): Operation {
  const query = readFileSync(path, 'utf8').trim();
  const operation = getOperationAST(parse(query));
  if (!operation?.name) throw new Error(`${path} must hold exactly one operation, with a name`);
  const variables = path.replace(/\.graphql$/, '.variables.json');
  return {
    name: operation.name.value,
    query,
    variables: existsSync(variables) ? JSON.parse(readFileSync(variables, 'utf8')) : {},
  };
}
