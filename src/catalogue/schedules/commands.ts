import { Option } from 'commander';
import type { CommandDoor } from '../../platform/cli/command-door.ts';
import { addParameter } from '../presenting/parse-parameter-flag.ts';

/** `throughline query schedule`: questions whose answers are written to files at set times. */
export const scheduleCommands: CommandDoor = {
  register(program, context) {
    const query = program.commands.find((command) => command.name() === 'query') ?? program.command('query');
    const schedule = query.command('schedule').description('answers written to files at set times, while "throughline start" runs');

    schedule
      .command('add')
      .description('ask a question again and again, and write each answer to a file of its own')
      .argument('<id>')
      .option('--param <name=value>', 'a parameter; a day may be today-7, week-start, month-start-1, year-start', addParameter, {})
      .option('--every <when>', '"mon 07:00", "mon,thu 07:00", "weekday 07:00", "day 07:00", "month 07:00" or "hour"')
      .option('--cron <line>', 'the same as a cron line, e.g. "0 7 * * 1"')
      .option('--time-zone <zone>', 'the zone its times are meant in (default: that of the business)')
      .addOption(
        new Option('--output <form>', 'the form of the files').choices(['xlsx', 'csv', 'parquet', 'json', 'markdown']).default('xlsx'),
      )
      .option('--to <folder>', 'where the files go, below "exports" of the data folder or THROUGHLINE_EXPORT_DIR', '.')
      .option('--keep <count>', 'how many of its files stay', '12')
      .option('--name <name>', 'what it is called, and how its files begin (default: the question)')
      .option('--execute', 'do it; without, it is checked and shown')
      .addHelpText(
        'after',
        '\nExample:\n  throughline query schedule add revenue_trends --param date_from=month-start-3 --every "mon 07:00" --to weekly --execute',
      )
      .action(async (id, options, command) => {
        const { addScheduleVerb } = await import('./verbs.ts');
        await addScheduleVerb(context, command, id, options);
      });

    schedule
      .command('list')
      .description('the schedules, when each runs next, and what became of its last run')
      .action(async (_options, command) => {
        const { listSchedulesVerb } = await import('./verbs.ts');
        await listSchedulesVerb(context, command);
      });

    schedule
      .command('show')
      .description('one schedule and its last twenty runs, with what to do about those that failed')
      .argument('<name>')
      .action(async (name, _options, command) => {
        const { showScheduleVerb } = await import('./verbs.ts');
        await showScheduleVerb(context, command, name);
      });

    schedule
      .command('run')
      .description('run it now, besides its times')
      .argument('<name>')
      .option('--execute', 'do it')
      .action(async (name, options, command) => {
        const { runScheduleVerb } = await import('./verbs.ts');
        await runScheduleVerb(context, command, name, options);
      });

    schedule
      .command('remove')
      .description('remove a schedule; its files stay')
      .argument('<name>')
      .option('--execute', 'do it')
      .action(async (name, options, command) => {
        const { removeScheduleVerb } = await import('./verbs.ts');
        await removeScheduleVerb(context, command, name, options);
      });
  },
};
