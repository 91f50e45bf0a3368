// node compose.mjs FILE…: composes these subgraphs with the composer of The Guild, and prints the graph that clients see.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const { errors, publicSdl } = composeServices(
  process.argv
    .slice(2)
    .map((file) => ({ name: basename(file, '.graphql'), typeDefs: parse(readFileSync(file, 'utf8')) })),
);
for (const { message } of errors ?? []) console.error(message);
if (errors) process.exitCode = 1;
else console.log(publicSdl);
