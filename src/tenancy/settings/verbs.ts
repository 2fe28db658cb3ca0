import type { Command } from 'commander';
import { userInfo } from 'node:os';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { type Business, chooseBusiness, findBusinesses } from '../choose-business.ts';
import readBusiness from './read-business.sql';
import { type BusinessSettings, MONTHS, setBusiness, WEEKDAYS } from './set-business.ts';

/** `throughline business list`. */
export async function listBusinessesVerb(context: CliContext, command: Command): Promise<void> {
  const businesses = await context.withDatabase(command, findBusinesses);
  if (context.flags(command).json === true) return context.printJson({ businesses: businesses.map(documentOf) });
  if (businesses.length === 0) return context.print('No business yet; the first import makes one.');
  for (const business of businesses) context.print(sentenceOf(business));
}

/** `throughline business set`. */
export async function setBusinessVerb(
  context: CliContext,
  command: Command,
  wanted: BusinessSettings & { execute?: boolean },
): Promise<void> {
  const { execute, ...settings } = wanted;
  if (Object.values(settings).every((value) => value === undefined))
    throw new Fault(
      'business_setting',
      'Say what to set: --name, --time-zone, --currency, --country, --week-start or --fiscal-year-start.',
      { exit: 'usage' },
    );
  const flags = context.flags(command);
  const { before, after } = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business, { make: execute === true });
    const set = await database.inBusiness(
      business.id,
      async (transaction) => {
        await setBusiness(transaction, settings, `cli:${userInfo().username}`);
        return transaction.one<Business>(readBusiness, [business.id]);
      },
      execute === true ? 'write' : 'dry-run',
    );
    return { before: business, after: set };
  });
  const dryRun = execute !== true;
  if (flags.json === true) context.printJson({ dryRun, before: documentOf(before), after: documentOf(after) });
  else
    context.print(
      `${dryRun ? 'Dry run: nothing was written. It would be' : 'Now'} ${sentenceOf(after)}\nRows that were read before stay as they were read; undo their import and import them again if their times or amounts were meant otherwise.${dryRun ? '\nDo it with --execute.' : ''}`,
    );
  if (dryRun) context.endWith('changesFound');
}

function documentOf({ slug, name, timeZone, currency, country, weekStart, fiscalYearStart, isSample }: Business) {
  return { slug, name, timeZone, currency, country, weekStart, fiscalYearStart, isSample };
}

function sentenceOf({ slug, name, timeZone, currency, country, weekStart, fiscalYearStart }: Business): string {
  const periods = `weeks from ${WEEKDAYS[weekStart - 1] ?? ''}, fiscal years from ${MONTHS[fiscalYearStart - 1] ?? ''}`;
  return `${slug}  ${name}  zone ${timeZone}, currency ${currency}, country ${country}, ${periods}`;
}
