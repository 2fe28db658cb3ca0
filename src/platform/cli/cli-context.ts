import type { Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import type { ThroughlineModule } from '../app/plug.ts';
import type { Database } from '../database/database.ts';
import { diskFull, hasServerMetFullDisk } from '../embedded/disk-full.ts';
import { EXIT, Fault, type ExitName } from '../fault.ts';
import { explainError } from './explain-error.ts';

/** Flags every command takes. */
export interface GlobalFlags {
  dataDir?: string;
  business?: string;
  json?: boolean;
  debug?: boolean;
  quiet?: boolean;
}

/** What a command's action gets: its database, its streams, its way to end. */
export interface CliContext {
  readonly modules: readonly ThroughlineModule[];
  /** Aborted on the first Ctrl-C or SIGTERM: long work stops at its next safe point. */
  readonly signal: AbortSignal;
  flags(command: Command): GlobalFlags;
  config(command: Command): Config;
  /** Opens the database (starting the embedded server if none runs), runs `work`, closes. */
  withDatabase<T>(command: Command, work: (database: Database) => Promise<T>): Promise<T>;
  /** Data, to stdout: text as it is, or with --json one document. */
  print(text: string): void;
  printJson(document: unknown): void;
  /** Talk, to stderr; silent with --quiet. */
  say(text: string): void;
  /** What the process will end with. */
  endWith(exit: ExitName): void;
  /** Does work that has no safe points because it hears nothing until it is done: Ctrl-C ends the process at once. */
  whileBusy<T>(work: () => T): T;
}

/** What the terminal, a supervisor or a closed window sends to end a program. */
export const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The context of one run of the command line. */
export function makeCliContext(modules: readonly ThroughlineModule[], signal: AbortSignal): CliContext {
  let quiet = false;
  return {
    modules,
    signal,
    flags(command) {
      const flags: GlobalFlags = command.optsWithGlobals();
      quiet = flags.quiet === true;
      return flags;
    },
    config(command) {
      const flags: GlobalFlags = command.optsWithGlobals();
      return readConfig({ dataDir: flags.dataDir });
    },
    async withDatabase(command, work) {
      const { openDatabase } = await import('../database/open-database.ts');
      const config = this.config(command);
      this.flags(command);
      const folders = modules.flatMap((module) => (module.migrations === undefined ? [] : [module.migrations]));
      const database = await openDatabase(config, folders);
      try {
        return await work(database);
      } catch (error) {
        const isLost = explainError(error).code === 'database_went_away';
        throw isLost && config.databaseUrl === undefined && hasServerMetFullDisk(config.dataDir) ? diskFull(error) : error;
      } finally {
        await database.close();
      }
    },
    print(text) {
      process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    printJson(document) {
      process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    },
    say(text) {
      if (!quiet) process.stderr.write(`${text}\n`);
    },
    endWith(exit) {
      process.exitCode = EXIT[exit];
    },
    whileBusy(work) {
      const heard = INTERRUPTS.map((name) => ({ name, listeners: process.listeners(name) }));
      for (const { name } of heard) process.removeAllListeners(name);
      try {
        return work();
      } finally {
        for (const { name, listeners } of heard) for (const listener of listeners) process.on(name, listener);
      }
    },
  };
}

/** Throws when the run was interrupted; called at safe points, with how to go on. */
export function stopIfInterrupted(signal: AbortSignal, resume: string): void {
  if (signal.aborted) throw new Fault('interrupted', `Stopped at a safe point. ${resume}`, { exit: 'interrupted' });
}
