import type { Command } from 'commander';
import type { CliContext } from '../platform/cli/cli-context.ts';
import type { Database } from '../platform/database/database.ts';
import { adoptBusinesses, ensureOwner, makeSignInLink } from '../tenancy/index.ts';
import { findRunningServers } from './running-servers.ts';

const USUAL_ADDRESS = 'http://localhost:4400';

/** Prints a new one-time link to the server that runs on the data folder (the newest, when several do). */
export async function printSignInLink(context: CliContext, command: Command, database: Database): Promise<void> {
  const running = findRunningServers(context.config(command).dataDir)[0];
  if (running === undefined)
    context.say(
      `No Throughline serves this data folder just now: start it with "throughline start", which prints a link of its own. This one is for ${USUAL_ADDRESS}.`,
    );
  const owner = await ensureOwner(database);
  await adoptBusinesses(database, owner.id);
  const signInLink = await makeSignInLink(database, owner.id, running?.address ?? USUAL_ADDRESS);
  if (context.flags(command).json === true) context.printJson({ signInLink });
  else context.print(signInLink);
}
