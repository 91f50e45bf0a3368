import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('reflect-metadata');

export const { registerFirstAdministrator } = require('../../dist/src/identity/first-administrator.commands.js');
