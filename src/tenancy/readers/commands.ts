import type { CommandDoor } from '../../platform/cli/command-door.ts';

/** `throughline db reader`: roles with which other programs read one business. */
export const readerCommands: CommandDoor = {
  register(program, context) {
    const db = program.commands.find((command) => command.name() === 'db') ?? program.command('db').description('the database itself');
    const reader = db.command('reader').description('roles with which Metabase, Superset, psql and others read one business');

    reader
      .command('add')
      .description('make a role that reads the schema "reporting" of one business, and nothing else; its password is shown once')
      .option('--label <text>', 'what it is for', 'another program')
      .option('--execute', 'do it; without, it is only told what would be made')
      .addHelpText('after', '\nExample:\n  throughline db reader add --business prairie-peak --label Metabase --execute')
      .action(async (options, command) => {
        const { addReaderVerb } = await import('./verbs.ts');
        await addReaderVerb(context, command, options);
      });

    reader
      .command('list')
      .description('the roles made so far, and the business each reads')
      .action(async (_options, command) => {
        const { listReadersVerb } = await import('./verbs.ts');
        await listReadersVerb(context, command);
      });

    reader
      .command('remove')
      .description('drop a role and end its sessions')
      .argument('<role>')
      .option('--execute', 'do it')
      .action(async (role, options, command) => {
        const { removeReaderVerb } = await import('./verbs.ts');
        await removeReaderVerb(context, command, role, options);
      });
  },
};
