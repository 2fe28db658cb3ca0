import { Command, CommanderError } from 'commander';
import type { ThroughlineModule } from '../app/plug.ts';
import { version } from '../config.ts';
import { EXIT } from '../fault.ts';
import { commandDoors } from './command-door.ts';
import { INTERRUPTS, makeCliContext } from './cli-context.ts';
import { explainError } from './explain-error.ts';

const EXIT_CODES_HELP = `
Exit codes: 0 done, 1 unexpected failure, 2 wrong usage, 3 finished with rejected rows,
4 dry run found changes to make, 5 configuration or connection, 6 refused by rights or guard,
75 try again later, 130 interrupted.`;

/** Runs the command line over the given modules; sets the process's exit code. */
export async function runCli(modules: readonly ThroughlineModule[], argv: readonly string[]): Promise<void> {
  const interruption = new AbortController();
  listenForInterrupts(interruption);
  letReadersLeave();
  const context = makeCliContext(modules, interruption.signal);
  const program = new Command('throughline')
    .description('Customer-journey data for field-service businesses: import, resolve, link, analyse, undo.')
    .version(version, '-V, --version')
    // A verb's own options (import undo --execute) must not be taken by the noun in front of it.
    .enablePositionalOptions()
    .addHelpText('after', EXIT_CODES_HELP)
    .showSuggestionAfterError(true)
    .showHelpAfterError('(add --help for how it is used)');
  for (const door of commandDoors.collect(modules)) door.register(program, context);
  prepareCommand(program);
  try {
    await program.parseAsync(['node', 'throughline', ...argv]);
  } catch (error) {
    process.exitCode = present(error, argv);
  }
}

/** `throughline customers list | head`: a reader that has enough closes the pipe, which is no failure. */
function letReadersLeave(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** npm passes a Ctrl-C on that the terminal has sent us already: two so close together are one. */
const SAME_KEYPRESS_MS = 300;

/** First Ctrl-C: stop at a safe point. Second: stop now. */
function listenForInterrupts(interruption: AbortController): void {
  let firstAt = 0;
  for (const name of INTERRUPTS) {
    process.on(name, () => {
      if (interruption.signal.aborted) {
        if (performance.now() - firstAt > SAME_KEYPRESS_MS) process.exit(EXIT.interrupted);
        return;
      }
      firstAt = performance.now();
      interruption.abort();
      process.stderr.write('\nStopping at the next safe point; once more to stop at once.\n');
    });
  }
}

function present(error: unknown, argv: readonly string[]): number {
  if (error instanceof CommanderError) return presentUsage(error, argv);
  const fault = explainError(error);
  process.stderr.write(`${fault.exit === 'interrupted' ? '' : 'Error: '}${fault.message}\n`);
  if (argv.includes('--debug')) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code: fault.code, message: fault.message, details: fault.details } }, null, 2)}\n`);
  return EXIT[fault.exit];
}

/** Commander has told its error or help on stderr already; a program that asked for JSON gets a document too. */
function presentUsage(error: CommanderError, argv: readonly string[]): number {
  if (error.exitCode === 0) return EXIT.done;
  if (argv.includes('--json')) {
    const message =
      error.code === 'commander.help' ? 'A command is missing. Add --help for how it is used.' : error.message.replace(/^error: /, '');
    process.stdout.write(`${JSON.stringify({ error: { code: 'usage', message, details: {} } }, null, 2)}\n`);
  }
  return EXIT.usage;
}

/**
 * Gives every command the options that all of them take, so that they may stand anywhere,
 * and keeps commander from ending the process: we first close what is open.
 */
function prepareCommand(command: Command): void {
  const taken = new Set(command.options.map((option) => option.long));
  for (const [flags, description] of EVERYWHERE) {
    const long = /--[a-z-]+/.exec(flags)?.[0];
    if (!taken.has(long)) command.option(flags, description);
  }
  command.exitOverride();
  for (const child of command.commands) prepareCommand(child);
}

const EVERYWHERE: readonly [flags: string, description: string][] = [
  ['--data-dir <dir>', 'where the database and the raw files live (or THROUGHLINE_DATA_DIR; default .throughline)'],
  ['--business <slug>', 'the business to work in (default: the only one)'],
  ['--json', 'print one JSON document on stdout'],
  ['-q, --quiet', 'say nothing on stderr but errors'],
  ['--debug', 'show the whole error with its stack'],
];
