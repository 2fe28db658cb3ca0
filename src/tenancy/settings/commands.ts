import type { CommandDoor } from '../../platform/cli/command-door.ts';

/** `throughline business`: what holds for every branch that says nothing else. */
export const settingsCommands: CommandDoor = {
  register(program, context) {
    const business = program.command('business').description('Businesses: zone, currency and country of what their branches do not say.');
    const list = business
      .command('list')
      .description('the businesses and their settings')
      .action(async () => (await import('./verbs.ts')).listBusinessesVerb(context, list));
    const set = business
      .command('set')
      .description('set the name, time zone, currency or country of a business, and how it counts weeks and years')
      .option('--name <text>', 'what it is called')
      .option('--time-zone <zone>', 'IANA zone of times whose branch says none, e.g. America/Edmonton')
      .option('--currency <code>', 'currency of amounts whose branch says none, e.g. CAD')
      .option('--country <code>', 'country of telephone numbers, e.g. CA')
      .option('--week-start <day>', 'first day of a week, e.g. sunday')
      .option('--fiscal-year-start <month>', 'first month of the fiscal year, e.g. october')
      .option('--execute', 'do it; without it nothing is written')
      .action(async (options) => (await import('./verbs.ts')).setBusinessVerb(context, set, options));
  },
};
