// One server of the product, in a process of its own. What `npm start` does, with tokens that the bench signs itself.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createLog, KeyedTokens, readConfig, startCellule, tokenKey } from './product.mjs';
import { memoryNow } from './usage.mjs';
import { answering } from './worker.mjs';

const config = readConfig();
const cellule = await startCellule({ config, log: createLog(config.logLevel), tokens: new KeyedTokens(tokenKey) });
let session;

answering({
  ready: () => ({ port: Number(new URL(cellule.url).port) }),
  usage: () => process.cpuUsage(),
  memory: memoryNow,
  profile: async () => {
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
  },
  profiled: async (file) => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  },
  stop: () => cellule.stop(),
});
