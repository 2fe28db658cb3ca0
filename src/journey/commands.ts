import type { Command } from 'commander';
import type { CliContext } from '../platform/cli/cli-context.ts';
import type { CommandDoor } from '../platform/cli/command-door.ts';

/** The documents' names with what each does; the work itself is loaded when a command runs. */
export const STEP_TITLES: readonly (readonly [name: string, title: string])[] = [
  ['populate_lead_sources', 'Compile lead sources with categories from all five sources, and link rows to them.'],
  ['populate_branches', 'Compile branches with town, state and currency, and link rows to them.'],
  ['merge_sales_person_variations', 'Fold spellings of one sales person, with evidence and memory.'],
  ['complete_quote_linkage', 'Link leads and lost leads to their booked opportunity by quote number.'],
  ['link_badlead_to_leadstatus', 'Link bad leads to the lead of the same person: e-mail, phone, customer.'],
  ['populate_customer_timeline_fields', "Write each customer's first lead date and conversion date."],
  ['link_orphaned_performance_records', 'Link call and sales figures to sales people by name.'],
];

/** `throughline journey …`, and the seven maintenance commands under the documents' names. */
export const journeyCommands: CommandDoor = {
  register(program, context) {
    const journey = program
      .command('journey')
      .description('Link what was imported: leads to quotes to jobs to customers, lookups, timelines.')
      .addHelpText('after', EXAMPLES);
    addBuild(journey, context);
    for (const [name, title] of STEP_TITLES) {
      addStep(journey.command(name).alias(name.replaceAll('_', '-')), name, title, context);
      addStep(program.command(name, { hidden: true }), name, title, context);
    }
    addFolds(journey, context);
    addCoverage(journey, context);
  },
};

const EXAMPLES = `
Dry run is the default: what a command reports is exactly what --execute then does.
Decisions of yours go into data/manual_mappings/{sales_persons,branches,lead_sources}.csv and win over rules.

Examples:
  throughline journey build                         what would change
  throughline journey build --execute               change it
  throughline journey complete-quote-linkage        one step alone
  throughline journey unfold "Ava S" --execute      these two are not one person
  throughline journey coverage                      how much is linked at each joint`;

function addBuild(journey: Command, context: CliContext): void {
  const build = journey
    .command('build')
    .description('Resolve customers, then run the seven maintenance commands, in order.')
    .option('--execute', 'do it; without it nothing is written')
    .option('--force', 'look at everything, even when nothing changed since the last build')
    .action(async () => (await import('./journey-command.ts')).runBuild(context, build));
}

function addStep(command: Command, name: string, title: string, context: CliContext): void {
  command
    .description(title)
    .option('--execute', 'do it; without it nothing is written')
    .action(async () => (await import('./journey-command.ts')).runStep(context, command, name));
}

function addFolds(journey: Command, context: CliContext): void {
  const folds = journey
    .command('folds')
    .description('Spellings of sales people that were folded into another, with the evidence.')
    .action(async () => (await import('./journey-command.ts')).runFolds(context, folds));
  const unfold = journey
    .command('unfold')
    .description('Take a fold of a sales person back, with every row it moved; no rule makes it again.')
    .argument('<spelling>', 'the spelling as it stands in the file')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (spelling: string) => (await import('./journey-command.ts')).runUnfold(context, unfold, spelling));
}

function addCoverage(journey: Command, context: CliContext): void {
  const coverage = journey
    .command('coverage')
    .description('How many rows are linked at each joint of the journey.')
    .action(async () => (await import('./journey-command.ts')).runCoverage(context, coverage));
}
