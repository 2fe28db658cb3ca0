import type { CommandDoor } from '../platform/cli/command-door.ts';
import { parsePort } from './parse-port.ts';

export const serverCommands: CommandDoor = {
  register(program, context) {
    program
      .command('start')
      .description('start the database and the web app, and print a one-time sign-in link')
      .option('--port <number>', 'the port to listen on; 0 takes any free one', parsePort, 4400)
      .option('--host <address>', 'the address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
      .option('--no-sample', 'do not load the sample business into a new installation')
      .option('--no-open', 'do not open a browser')
      .addHelpText(
        'after',
        '\nExamples:\n  throughline start\n  throughline start --port 8080 --no-sample\n  throughline start --data-dir /srv/throughline --host 0.0.0.0 --no-open',
      )
      .action(async (options, command) => {
        const { claimPort } = await import('./claim-port.ts');
        const { describeStart, startThroughline } = await import('./start-throughline.ts');
        const { openBrowser } = await import('./open-browser.ts');
        const { sampleSteps } = await import('./sample-steps.ts');
        const { stopSignal } = await import('./stop-signal.ts');
        const signal = stopSignal(context.signal);
        const flags = context.flags(command);
        await claimPort(options.host, options.port);
        context.say('Starting the database …');
        await context.withDatabase(command, (database) =>
          startThroughline({
            modules: context.modules,
            database,
            dataDir: context.config(command).dataDir,
            host: options.host,
            port: options.port,
            sample: options.sample ? sampleSteps(context.modules, context.config(command).dataDir, signal) : undefined,
            signal,
            say: context.say,
            onReady(started) {
              if (flags.json === true) context.printJson(started);
              else context.print(describeStart(started));
              if (options.open) openBrowser(started.signInLink);
            },
          }),
        );
        context.say('Stopped.');
      });

    program
      .command('sign-in-link')
      .description('print a new one-time sign-in link of the Throughline that runs on this data folder')
      .action(async (_options, command) => {
        const { printSignInLink } = await import('./print-sign-in-link.ts');
        await context.withDatabase(command, (database) => printSignInLink(context, command, database));
      });
  },
};
