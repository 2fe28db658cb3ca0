import type { Command } from 'commander';
import type { CommandDoor } from '../platform/cli/command-door.ts';
import type { CliContext } from '../platform/cli/cli-context.ts';

/** `throughline import …`; each action loads its work when it runs. */
export const importCommands: CommandDoor = {
  register(program, context) {
    const command = program
      .command('import')
      .description('Import the exports of your CRM: a dry run unless --execute is given.')
      .argument('[paths...]', 'files, or folders with files')
      .option('--as <kind>', 'what the files are, when it cannot be recognised')
      .option('--mapping <file>', 'YAML file that says which column is which (docs/import.md); remembered for next time')
      .option('--execute', 'do it; without it nothing is written')
      .addHelpText('after', IMPORT_EXAMPLES)
      .action(async (paths: string[]) => (await import('./import-command.ts')).runImport(context, command, paths));
    addListing(command, context);
    addUndo(command, context);
    addQuarantine(command, context);
  },
};

const IMPORT_EXAMPLES = `
Examples:
  throughline import exports/                     what would happen
  throughline import exports/ --execute           do it
  throughline import march.csv --as lead_status --execute
  throughline import list
  throughline import undo 12 --execute
  throughline import quarantine list`;

function addListing(command: Command, context: CliContext): void {
  const list = command
    .command('list')
    .description('The imports, newest first, with the account of every file.')
    .option('--limit <n>', 'how many', '20')
    .action(async () => (await import('./import-command.ts')).runList(context, list));
}

function addUndo(command: Command, context: CliContext): void {
  const undo = command
    .command('undo')
    .description('Undo an import: created rows go, overwritten values return, rows edited since are kept and named.')
    .argument('<batch>', 'number of the import (see "import list")')
    .option('--execute', 'do it; without it nothing is written')
    .action(async (batch: string) => (await import('./undo/undo-command.ts')).runUndo(context, undo, batch));
}

function addQuarantine(command: Command, context: CliContext): void {
  const quarantine = command.command('quarantine').description('Rows that could not be loaded: see, repair, replay.');
  const list = quarantine
    .command('list')
    .description('Open rows, grouped by the repair that cures them.')
    .action(async () => (await import('./quarantine/quarantine-commands.ts')).runList(context, list));
  const download = quarantine
    .command('download')
    .description('Write the open rows to CSV files that import as they are, once corrected.')
    .option('--kind <kind>', 'only rows of this kind')
    .option('--output <dir>', 'folder for the files', '.')
    .action(async () => (await import('./quarantine/quarantine-commands.ts')).runDownload(context, download));
  const fix = quarantine
    .command('fix')
    .description('Say what a value nobody can read means, for these rows and every later file.')
    .requiredOption('--kind <kind>', 'kind of report')
    .requiredOption('--column <column>', 'column of ours')
    .requiredOption('--value <text>', 'the cell as it stands in the file')
    .requiredOption('--as <text>', 'what to read instead; "" for nothing')
    .action(async () => (await import('./quarantine/quarantine-commands.ts')).runFix(context, fix));
  const replay = quarantine
    .command('replay')
    .description('Read the open rows again, under the repairs made since.')
    .option('--execute', 'do it; without it nothing is written')
    .action(async () => (await import('./quarantine/quarantine-commands.ts')).runReplay(context, replay));
}
