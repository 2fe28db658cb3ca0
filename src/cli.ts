import { modules } from './app.ts';
import { runCli } from './platform/cli/run-cli.ts';

await runCli(modules, process.argv.slice(2));
