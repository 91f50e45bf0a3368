// One node of the product, in a process of its own, whose wall clock can be made to jump.

import { createLog, KeyedTokens, readConfig, startCellule, tokenKey } from '../bench/product.mjs';
import { answering } from '../bench/worker.mjs';
import { jumpTo } from './jumping-clock.mjs';
import { registerFirstAdministrator } from './product.mjs';

const config = readConfig();
const cellule = await startCellule({ config, log: createLog(config.logLevel), tokens: new KeyedTokens(tokenKey) });

answering({
  ready: () => ({ port: Number(new URL(cellule.url).port) }),
  firstAdministrator: () =>
    registerFirstAdministrator(cellule.record.work, {
      code: 'PLATFORM',
      stakeholderName: 'Exploitant de la plateforme',
      personName: 'Administratrice',
    }),
  jumpTo,
  metrics: async () => (await fetch(cellule.metricsUrl)).text(),
  stop: () => cellule.stop(),
});
