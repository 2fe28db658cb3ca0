import type { Command } from 'commander';
import { offenceLine } from '../../import/index.ts';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { auditJourney } from './audit-journey.ts';
import { type IntegrityEntry, listIntegrity } from './list-integrity.ts';

/** `throughline integrity list`. */
export async function runIntegrityList(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ limit: string }>() };
  const checks = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return database.inBusiness(business.id, (transaction) => listIntegrity(transaction, Number.parseInt(flags.limit, 10)), 'read');
  });
  if (flags.json === true) return context.printJson({ checks });
  if (checks.length === 0) return context.print('Nothing was checked yet: an import or a build does it when it is done.');
  for (const entry of checks) context.print(entryText(entry));
}

/** `throughline integrity check`: ends with 3 when something does not fit together. */
export async function runIntegrityCheck(context: CliContext, command: Command): Promise<void> {
  const flags = context.flags(command);
  const offences = await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return database.inBusiness(business.id, auditJourney, 'read');
  });
  if (flags.json === true) context.printJson({ offences });
  else context.print(offences.length === 0 ? 'All rows fit together.' : offences.map(offenceLine).join('\n'));
  context.endWith(offences.length === 0 ? 'done' : 'rejectedRows');
}

/** A check in a line or more: when, of what, and what was wrong. */
export function entryText(entry: IntegrityEntry): string {
  const what = entry.moment === 'import' ? `import ${entry.import ?? '(gone)'}` : 'build';
  const verdict = entry.offences.length === 0 ? 'all rows fit together' : 'rows do not fit together:';
  const lines = [...entry.offences.map(offenceLine), ...entry.alerts.map(({ level, message }) => `${level}: ${message}`)];
  return [
    `${entry.checkedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC  ${what}: ${verdict}`,
    ...lines.map((line) => `  ${line}`),
  ].join('\n');
}
