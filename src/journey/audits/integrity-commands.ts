import type { CliContext } from '../../platform/cli/cli-context.ts';
import type { CommandDoor } from '../../platform/cli/command-door.ts';

/** `throughline integrity …`. */
export const integrityCommands: CommandDoor = {
  register(program, context: CliContext) {
    const integrity = program
      .command('integrity')
      .description('Whether what is in the database fits together: checked after each import and build.');
    const list = integrity
      .command('list')
      .description('What the checks after imports and builds found, newest first.')
      .option('--limit <n>', 'how many', '20')
      .action(async () => (await import('./integrity-command.ts')).runIntegrityList(context, list));
    const check = integrity
      .command('check')
      .description('Check now; nothing is written.')
      .action(async () => (await import('./integrity-command.ts')).runIntegrityCheck(context, check));
  },
};
