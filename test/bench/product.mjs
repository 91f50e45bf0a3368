// The built product, as the bench uses it beside running it: its schema, its PostgreSQL, its tokens.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('reflect-metadata');

export const { startCellule } = require('../../dist/src/app.js');
export const { readConfig } = require('../../dist/src/kernel/config.js');
export const { createLog } = require('../../dist/src/kernel/log.js');
export const { KeyedTokens } = require('../../dist/src/identity/keyed-tokens.js');
export const { attachCluster } = require('../../dist/src/kernel/postgres/cluster.js');
export const { makeReady } = require('../../dist/src/kernel/migrate.js');
export const { model } = require('../../dist/src/record.js');
export const { regions } = require('../../dist/src/region/region.data.js');
export const { standardFigures } = require('../../dist/src/kernel/limits.js');

/** Known to the bench and to the server that it starts. */
export const tokenKey = 'a key that only the bench knows, 32+ characters';
