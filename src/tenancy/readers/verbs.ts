import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { chooseBusiness } from '../choose-business.ts';
import { addReader } from './add-reader.ts';
import { listReaders } from './list-readers.ts';
import { getReader, removeReader } from './remove-reader.ts';

/** Makes a reader and shows how to sign in with it; without --execute it tells what would be made. */
export async function addReaderVerb(context: CliContext, command: Command, options: { label: string; execute?: true }): Promise<void> {
  const flags = context.flags(command);
  await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    const server = serverOf(database.adminUrl);
    if (options.execute !== true) {
      context.endWith('changesFound');
      if (flags.json === true) context.printJson({ dryRun: true, business: business.slug, label: options.label, ...server });
      else
        context.print(
          `Would make a role that reads the schema "reporting" of ${business.slug}, for ${options.label}, on ${server.host}:${server.port}/${server.database}. --execute does it.`,
        );
      return;
    }
    const made = await addReader(database.adminUrl, business, options.label);
    if (flags.json === true) return context.printJson({ dryRun: false, business: business.slug, label: options.label, ...server, ...made });
    context.print(
      [
        `Host      ${server.host}`,
        `Port      ${server.port}`,
        `Database  ${server.database}`,
        `Schema    reporting`,
        `User      ${made.role}`,
        `Password  ${made.password}`,
      ].join('\n'),
    );
    context.say(`\nReads ${business.slug} and nothing else. The password is not kept: note it now. How to connect: docs/other-tools.md.`);
  });
}

/** Prints the readers. */
export async function listReadersVerb(context: CliContext, command: Command): Promise<void> {
  const flags = context.flags(command);
  await context.withDatabase(command, async (database) => {
    const business = flags.business === undefined ? undefined : await chooseBusiness(database, flags.business);
    const readers = await listReaders(database, business?.id);
    if (flags.json === true) return context.printJson({ server: serverOf(database.adminUrl), readers });
    if (readers.length === 0) return context.say('There is no reader. Make one: throughline db reader add --business SLUG --execute.');
    const lines = readers.map(
      ({ role, business: slug, label, createdAt, isThere }) =>
        `${role}  ${createdAt.toISOString().slice(0, 10)}  ${slug.padEnd(20)}  ${label}${isThere ? '' : '  (dropped by hand)'}`,
    );
    context.print(lines.join('\n'));
  });
}

/** Drops a reader; without --execute it tells which. */
export async function removeReaderVerb(context: CliContext, command: Command, role: string, options: { execute?: true }): Promise<void> {
  const flags = context.flags(command);
  await context.withDatabase(command, async (database) => {
    const reader = await getReader(database, role);
    const isDone = options.execute === true;
    if (isDone) await removeReader(database.adminUrl, reader);
    else context.endWith('changesFound');
    if (flags.json === true) return context.printJson({ dryRun: !isDone, role, business: reader.business });
    context.print(
      isDone
        ? `${role} is gone: it opens nothing any more.`
        : `Would drop ${role} (${reader.business}, ${reader.label}) and end its sessions. --execute does it.`,
    );
  });
}

function serverOf(adminUrl: string): { host: string; port: number; database: string } {
  const { hostname, port, pathname } = new URL(adminUrl);
  return { host: hostname, port: port === '' ? 5432 : Number(port), database: decodeURIComponent(pathname.slice(1)) };
}
