import { type Command, Option } from 'commander';
import { REVIEW_SECTIONS } from '../../contract/review.ts';
import type { CliContext } from '../platform/cli/cli-context.ts';
import type { CommandDoor } from '../platform/cli/command-door.ts';
import { addGolden } from './golden/golden-commands.ts';

/** `throughline customers …`; each action loads its work when it runs. */
export const customersCommands: CommandDoor = {
  register(program, context) {
    const customers = program.command('customers').description('Who is who: customers, why a record is theirs, merge and un-merge.');
    addReads(customers, context);
    addGolden(customers, context);
    addWrites(customers, context);
    addSplitting(customers, context);
    addResolving(customers, context);
    addDedupe(customers, context);
  },
};

const NAMES = 'a customer id (also one merged away), or a record as source:key, e.g. jobs:<job id>';

function addReads(customers: Command, context: CliContext): void {
  const list = customers
    .command('list')
    .description('Customers with their records.')
    .option('--search <text>', 'part of a name, e-mail, phone, quote number or job id')
    .option('--limit <n>', 'how many, or "all" (default: 100 to read, all with --json)')
    .option('--after <id>', 'go on behind this customer')
    .action(async () => (await import('./doors/read-commands.ts')).runList(context, list));
  const show = customers
    .command('show')
    .description('One customer whole: the values that stand for it and where they are from, its records and why they are its own.')
    .argument('<customer>', NAMES)
    .action(async (wanted: string) => (await import('./doors/read-commands.ts')).runShow(context, show, wanted));
  const explain = customers
    .command('explain')
    .description('Why two are one person, or why they are not; of one alone, the chain that holds all their records together.')
    .argument('<a>', NAMES)
    .argument('[b]', NAMES)
    .action(async (a: string, b: string | undefined) => (await import('./doors/read-commands.ts')).runExplain(context, explain, a, b));
  const match = customers
    .command('match')
    .description('Who of the known people somebody is, with probability and reasons. Never writes.')
    .option('--name <text>', 'the whole name')
    .option('--email <text>', 'e-mail')
    .option('--phone <text>', 'phone, in any writing')
    .option('--street <text>', 'street and number')
    .option('--city <text>', 'city')
    .option('--state <text>', 'state or province')
    .option('--zip <text>', 'postal code')
    .option('--country <code>', 'two letters, for phones written without +')
    .action(async () => (await import('./doors/match-command.ts')).runMatch(context, match));
  const households = customers
    .command('households')
    .description('Different people who share a phone or an e-mail.')
    .action(async () => (await import('./doors/read-commands.ts')).runHouseholds(context, households));
  const generic = customers
    .command('generic')
    .description('Values that say nothing about who somebody is: placeholders, offices.')
    .action(async () => (await import('./doors/read-commands.ts')).runGeneric(context, generic));
}

function addWrites(customers: Command, context: CliContext): void {
  const merge = customers
    .command('merge')
    .description('Say that customers are one person; can be undone for ever.')
    .argument('<keep>', NAMES)
    .argument('<others...>', 'the customers that become part of it')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (keep: string, others: string[]) => (await import('./doors/write-commands.ts')).runMerge(context, merge, keep, others));
  const unmerge = customers
    .command('unmerge')
    .description('Take a merged customer out again, with every row that came along.')
    .argument('<customer>', 'the id that was merged away')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (wanted: string) => (await import('./doors/write-commands.ts')).runUnmerge(context, unmerge, wanted));
}

function addSplitting(customers: Command, context: CliContext): void {
  const split = customers
    .command('split')
    .description('Take one row out of its customer; the others stay together, and no run brings it back.')
    .argument('<record>', 'the row as source:key, e.g. jobs:<job id>, or the id of its record')
    .option('--take-back', 'take the last such word about the row back')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (record: string) => (await import('./doors/write-commands.ts')).runSplit(context, split, record));
  const history = customers
    .command('history')
    .description('Who made whom one, when and why: merges, splits, what people said and set, the newest first.')
    .argument('<customer>', NAMES)
    .action(async (wanted: string) => (await import('./doors/read-commands.ts')).runHistory(context, history, wanted));
}

const DEDUPE_HELP = `
Kinds of columns: name, given_name, surname, email, phone, street, city, state, zip, dob, company,
and other for anything else worth comparing. A kind may be named several times (phone=home,phone=mobile);
columns joined with + are read as one. A header that holds a comma or a plus sign stands in double
quotes; #3 is the third column, whatever it is called. A file without e-mail or phone works as well.

Examples:
  throughline customers dedupe contacts.csv --id contact_no \\
    --columns "given_name=first,surname=last,email=mail,phone=mobile,street=no+street,zip=zip,other=tax_no" \\
    --output people.csv
  throughline customers dedupe old-list.txt --no-header --id "#1" --columns "name=#2,dob=#5,city=#4"
  zcat contacts.csv.gz | throughline customers dedupe - --columns "name=Full name,email=E-mail" > people.csv

people.csv then has a line per row of the file, in its order: id,cluster,confidence. Rows of one
cluster are one person; confidence is the probability that the row belongs there. Whatever looks odd
(an empty column, one that holds something else, ids that occur twice) is told on stderr.`;

function addDedupe(customers: Command, context: CliContext): void {
  const dedupe = customers
    .command('dedupe')
    .description('Find who is who in any file, without a database.')
    .argument('<file>', 'CSV (any delimiter and encoding), XLSX (its first sheet), Parquet or JSON lines; - for stdin')
    .requiredOption('--columns <list>', 'what the columns hold: kind=column,kind=column')
    .option('--id <column>', 'the column with the ids, which are given back as they are (default: line numbers)')
    .option('--no-header', 'the first row is a record; columns are named #1, #2, …')
    .option('--output <file>', 'where to write id,cluster,confidence; - for stdout', '-')
    .option('--threshold <probability>', 'from which probability two records are one person (default: 0.85)')
    .option('--debug-files <folder>', 'write what each step came to: records, keys, weights, pairs and groups as CSV')
    .addHelpText('after', DEDUPE_HELP)
    .action(async (file: string) => (await import('./doors/dedupe-command.ts')).runDedupe(context, dedupe, file));
}

function addResolving(customers: Command, context: CliContext): void {
  const resolve = customers
    .command('resolve')
    .description('Look at everybody anew and weigh all evidence: who would merge, who would fall apart, who is to be asked about.')
    .option('--execute', 'do it; without it nothing is written')
    .option('--debug-files <folder>', 'write what each step came to: records, keys, weights, pairs and groups as CSV')
    .action(async () => (await import('./doors/resolve-commands.ts')).runResolve(context, resolve));
  const review = customers
    .command('review')
    .description('Pairs that may be one person: the likely ones, then those worth a look, of each the most money at stake first.')
    .option('--limit <n>', 'how many, or "all"', '20')
    .addOption(new Option('--section <name>', 'only the likely ones, or only those worth a look').choices(REVIEW_SECTIONS))
    .action(async () => (await import('./doors/resolve-commands.ts')).runReview(context, review));
  const answer = review
    .command('answer')
    .description('Answer a question: same, different, household or later.')
    .argument('<a>', NAMES)
    .argument('<b>', NAMES)
    .argument('<answer>', 'same, different, household or later')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (a: string, b: string, text: string) =>
      (await import('./doors/resolve-commands.ts')).runAnswer(context, answer, a, b, text),
    );
  const takeBack = review
    .command('take-back')
    .description('Take an answer back: merged ones come apart, what was asked is asked again.')
    .argument('<a>', 'the id that was answered about, also one merged away since')
    .argument('<b>', 'the other one')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (a: string, b: string) => (await import('./doors/resolve-commands.ts')).runTakeBack(context, takeBack, a, b));
  const runs = customers
    .command('runs')
    .description('Runs that changed who is who, the newest first.')
    .option('--limit <n>', 'how many, or "all"', '20')
    .action(async () => (await import('./doors/resolve-commands.ts')).runRuns(context, runs));
  const show = runs
    .command('show')
    .description('Whom a run merged and split, and why.')
    .argument('<run>', 'its id')
    .action(async (id: string) => (await import('./doors/resolve-commands.ts')).runShowRun(context, show, id));
  const undo = runs
    .command('undo')
    .description('Take back what a run did: its merges are undone, its splits joined.')
    .argument('<run>', 'its id')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (id: string) => (await import('./doors/resolve-commands.ts')).runUndoRun(context, undo, id));
}
