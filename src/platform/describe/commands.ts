import type { CommandDoor } from '../cli/command-door.ts';
import { projectRoot } from '../config.ts';

/** `throughline db describe`: what the live schema is, against what the descriptions say. */
export const describeCommands: CommandDoor = {
  register(program, context) {
    const db = program.commands.find((command) => command.name() === 'db') ?? program.command('db').description('the database itself');
    db.command('describe')
      .description(
        'compare database/tables, database/schema.prisma and docs/database_relationships.md with the live schema; --write brings them up to date',
      )
      .option('--write', 'write the descriptions that differ')
      .action(async (options, command) => {
        const { findStaleDescriptions, writeDescriptions } = await import('./plan-descriptions.ts');
        const stale = await context.withDatabase(command, (database) =>
          database.outsideBusinesses((client) => findStaleDescriptions(client, projectRoot)),
        );
        const written = options.write === true;
        if (written) writeDescriptions(stale, projectRoot);
        else if (stale.length > 0) context.endWith('changesFound');
        const files = stale.map((description) => description.path);
        if (context.flags(command).json === true) context.printJson({ dryRun: !written, files });
        else
          context.print(
            files.length === 0
              ? 'Every description is as the schema is.'
              : `${written ? 'Written' : 'Would write (--write does it)'}:\n${files.map((file) => `  ${file}`).join('\n')}`,
          );
      });
  },
};
