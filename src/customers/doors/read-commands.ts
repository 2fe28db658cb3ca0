import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { tellChain } from '../chain/tell-chain.ts';
import { explainCustomer, explainPair } from '../explain-pair.ts';
import { tellGolden } from '../golden/tell-golden.ts';
import { readGoldenValues } from '../golden/read-golden-values.ts';
import { showHistory } from '../history/show-history.ts';
import { listCustomers } from '../list-customers.ts';
import { recordSources } from '../record-source.ts';
import { showCustomer } from '../show-customer.ts';
import { tellRecord } from '../tell-evidence.ts';
import listGeneric from '../list-generic.sql';
import listHouseholds from '../list-households.sql';

/** `throughline customers list`. */
export async function runList(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ search?: string; limit?: string; after?: string }>() };
  // A program wants everybody, a person a page.
  const limit = readLimit(flags.limit ?? (flags.json === true ? 'all' : '100'));
  const customers = await read(context, command, (transaction) =>
    listCustomers(transaction, { search: flags.search, after: flags.after, limit }),
  );
  if (flags.json === true) return context.printJson({ customers });
  if (customers.length === 0) return context.print('No customer found. They appear after: throughline journey build --execute');
  for (const customer of customers)
    context.print(
      `${customer.id}  ${customer.name}  ${[...customer.emails, ...customer.phones].join(', ')}  (${customer.records.length} records)`,
    );
  if (customers.length === limit) context.say(`Only the first ${limit}; go on with --after ${customers.at(-1)?.id ?? ''} or --limit all.`);
}

/** `throughline customers show`. */
export async function runShow(context: CliContext, command: Command, wanted: string): Promise<void> {
  const sources = recordSources.collect(context.modules);
  const customer = await read(context, command, async (transaction) => {
    const shown = await showCustomer(transaction, wanted);
    return { ...shown, golden: await readGoldenValues(transaction, shown.id, sources) };
  });
  if (context.flags(command).json === true) return context.printJson(customer);
  context.print(
    `${customer.name}  (${customer.id})\n${[customer.email, customer.phone].filter(Boolean).join(', ')}\nFirst lead ${customer.firstLeadDate ?? 'unknown'}, customer since ${customer.conversionDate ?? 'not yet'}`,
  );
  for (const line of tellGolden(customer.golden)) context.print(`  ${line}`);
  for (const record of customer.records) context.print(`  ${record.observedOn ?? '          '}  ${tellRecord(record)}: ${record.why}`);
  for (const merge of customer.mergeHistory)
    context.print(
      `  merged with ${merge.mergedCustomerId} on ${merge.timestamp} by ${merge.mergedBy} (${merge.method}, ${merge.confidence})`,
    );
  for (const person of customer.household) context.print(`  shares ${person.shares} ${person.value} with ${person.name} (${person.id})`);
}

/** `throughline customers explain`. */
export async function runExplain(context: CliContext, command: Command, a: string, b: string | undefined): Promise<void> {
  if (b === undefined) return runExplainOne(context, command, a);
  const explanation = await read(context, command, (transaction) => explainPair(transaction, a, b));
  if (context.flags(command).json === true) return context.printJson(explanation);
  context.print(`${headline(explanation)}\n${explanation.reasons.map((reason) => `  ${reason}`).join('\n')}`);
}

async function runExplainOne(context: CliContext, command: Command, wanted: string): Promise<void> {
  const sources = recordSources.collect(context.modules);
  const explanation = await read(context, command, (transaction) => explainCustomer(transaction, wanted, sources));
  if (context.flags(command).json === true) return context.printJson(explanation);
  context.print([headline(explanation), ...tellChain(explanation.chain).map((line) => `  ${line}`)].join('\n'));
}

function headline({ same, confidence }: { same: boolean; confidence: number }): string {
  return same ? `One person (confidence ${confidence}).` : 'Not one person.';
}

/** `throughline customers history`. */
export async function runHistory(context: CliContext, command: Command, wanted: string): Promise<void> {
  const events = await read(context, command, (transaction) => showHistory(transaction, wanted));
  if (context.flags(command).json === true) return context.printJson({ events });
  if (events.length === 0) return context.print('Nothing was merged, split or set by hand here.');
  for (const { at, by, tells, why, takenBack } of events) {
    const back =
      takenBack === null ? '' : ` Taken back on ${takenBack.at.slice(0, 10)}${takenBack.by === null ? '' : ` by ${takenBack.by}`}.`;
    context.print(`${at.slice(0, 16).replace('T', ' ')}  ${tells}${why === null ? '' : ` ${why}`} By ${by}.${back}`);
  }
}

/** `throughline customers households`. */
export async function runHouseholds(context: CliContext, command: Command): Promise<void> {
  const households = await read(context, command, (transaction) =>
    transaction.rows<{ kind: string; value: string; people: { id: string; name: string }[] }>(listHouseholds, [transaction.businessId]),
  );
  if (context.flags(command).json === true) return context.printJson({ households });
  for (const household of households)
    context.print(`${household.kind} ${household.value}: ${household.people.map((person) => person.name).join(', ')}`);
}

/** `throughline customers generic`. */
export async function runGeneric(context: CliContext, command: Command): Promise<void> {
  const values = await read(context, command, (transaction) =>
    transaction.rows<{ kind: string; value: string; people: number; records: number; reason: string }>(listGeneric, [
      transaction.businessId,
    ]),
  );
  if (context.flags(command).json === true) return context.printJson({ values });
  for (const value of values)
    context.print(
      `${value.kind} ${value.value}: ${value.reason}${value.people > 0 ? `, ${value.people} people, ${value.records} records` : ''}`,
    );
}

export async function read<T>(context: CliContext, command: Command, work: (transaction: BusinessTransaction) => Promise<T>): Promise<T> {
  const flags = context.flags(command);
  return context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    return database.inBusiness(business.id, work, 'read');
  });
}

export function readLimit(text: string): number | undefined {
  if (text === 'all') return undefined;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new Fault('limit_shape', `--limit takes a number or "all"; found "${text}".`, { exit: 'usage' });
}
