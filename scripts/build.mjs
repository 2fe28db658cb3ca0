// Builds the server and command line (dist/) and the web app (web/dist). Run by
// `npm ci` through "prepare", and by bin/throughline when a source is newer.
import { buildServer } from './build-server.mjs';
import { buildWeb } from './build-web.mjs';
import { linkBin } from './link-bin.mjs';

linkBin();
await buildServer();
await buildWeb();
