import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Truth } from '../../samples/mover/truth.ts';
import { writeMoverSample } from '../../samples/write-samples.ts';
import type { AccountTotals, FileAccount } from '../../src/import/engine/account.ts';
import type { Answer } from '../../src/catalogue/running/answer.ts';
import { makeScratchFolder } from './data-folders.ts';
import { differencesOf, type Fingerprint, fingerprint } from './fingerprint.ts';
import { type OpenBusiness, openBusiness } from './open-business.ts';
import { askThroughline } from './run-throughline.ts';
import * as product from './read-product.ts';

interface ImportDocument {
  batch: number | null;
  dryRun: boolean;
  files: FileAccount[];
  totals: AccountTotals;
  problems: unknown[];
}
interface BuildDocument {
  dryRun: boolean;
  steps: { name: string; changed: number; unresolved: number; details: Record<string, unknown> }[];
}
interface CustomersDocument {
  customers: { id: string; name: string; emails: string[]; phones: string[]; records: { source: string; sourceId: string }[] }[];
}

/** The record of what was done grows with every import and undo; only the facts must come back. */
const HISTORY = [
  // When and by which run a pair was found: a question that went and came again is a new one.
  ...['customers.proposals.found_at', 'customers.proposals.run_id'],
  ...['import.batches', 'import.files', 'import.raw_files', 'import.quarantined_rows', 'import.skipped_rows', 'import.row_changes'],
  ...[
    'customers.runs',
    'customers.links',
    'customers.merges',
    'customers.changes',
    'tenancy.audit_log',
    'journey.script_execution_log',
    'journey.integrity_check_history',
  ],
];

let scratch: Awaited<ReturnType<typeof makeScratchFolder>>;
let dataDir: string;
let truth: Truth;
let business: OpenBusiness;
let rehearsed: ImportDocument;
let imported: ImportDocument;
let builds: BuildDocument[];

beforeAll(async () => {
  scratch = await makeScratchFolder();
  dataDir = join(scratch.path, 'data');
  truth = await writeMoverSample(scratch.path);
  const exports = join(scratch.path, 'exports');
  rehearsed = await ask(['import', exports], 4);
  imported = await ask(['import', exports, '--execute'], 3);
  builds = [
    await ask(['journey', 'build'], 4),
    await ask(['journey', 'build', '--execute']),
    await ask(['journey', 'build', '--execute']),
    await ask(['journey', 'build']),
  ];
  business = await openBusiness(dataDir);
}, 180_000);
afterAll(async () => {
  await business?.close();
  await scratch.remove();
});

describe('the import', () => {
  test('counts in the dry run what executing then does', () => {
    expect(rehearsed.dryRun).toBe(true);
    expect(rehearsed.batch).toBeNull();
    expect(rehearsed.files).toEqual(imported.files);
    expect(rehearsed.totals).toEqual(imported.totals);
  });

  test('accounts for every file as the truth does', () => {
    expect(imported.problems).toEqual([]);
    expect(byName(imported.files)).toEqual(byName(truth.files));
  });

  test('skips exactly the rows the truth names, for its reasons', async () => {
    // Blank rows say nothing worth keeping: they are counted, not kept.
    expect(sorted(await product.skippedRows(business))).toEqual(
      sorted(truth.skipped.filter((row) => row.reason !== 'blank_row').map(faultOf)),
    );
  });

  test('quarantines exactly the rows the truth names, for its reasons', async () => {
    expect(sorted(await product.quarantinedRows(business))).toEqual(sorted(truth.quarantine.map(faultOf)));
  });
});

describe('the build', () => {
  test('announces in the dry run what executing then does', () => {
    expect(builds[0]?.steps).toEqual(builds[1]?.steps);
    expect(builds.map((build) => build.dryRun)).toEqual([true, false, false, true]);
  });

  test('run again, changes nothing', () => {
    for (const build of builds.slice(2))
      expect(build.steps.map(({ name, changed }) => ({ name, changed }))).toEqual(build.steps.map(({ name }) => ({ name, changed: 0 })));
  });
});

describe('people', () => {
  test('are those of the truth, each with exactly its rows', async () => {
    const { customers } = await ask<CustomersDocument>(['customers', 'list', '--limit', 'all']);
    const keys = await product.recordKeys(business);
    const found = customers.map(({ records }) =>
      sorted(records.map(({ sourceId }) => keys.get(sourceId) ?? `unknown ${sourceId}`)).join(' + '),
    );
    const wanted = truth.people.map(({ records }) => sorted(records.map(({ source, key }) => `${source} ${key}`)).join(' + '));
    expect(only(found, wanted), 'customers who are no true person').toEqual([]);
    expect(only(wanted, found), 'true people who are no customer').toEqual([]);
  });

  test('who share a telephone or an e-mail are households, and nobody else is', async () => {
    const wanted = truth.households.map(({ kind, value, people }) => `${kind} ${value}: ${sorted(people).join(', ')}`);
    expect(sorted(await product.households(business, personOf()))).toEqual(sorted(wanted));
  });

  test('are not joined by the values of an office', async () => {
    const wanted = truth.genericValues.map(({ kind, value, people }) => `${kind} ${value} ${people}`);
    expect(sorted(await product.genericValues(business))).toEqual(sorted(wanted));
  });
});

describe('the review queue', () => {
  test('asks about every pair that the cast leaves in doubt, and about nobody else', async () => {
    const { questions } = await ask<{ questions: { nameA: string; nameB: string }[] }>(['customers', 'review', '--limit', 'all']);
    const doubted = truth.people.filter(({ trap }) => trap?.endsWith(': a question') === true || trap?.endsWith(', a question') === true);
    expect(sorted(questions.flatMap(({ nameA, nameB }) => [nameA, nameB]))).toEqual(sorted(doubted.map(({ name }) => name)));
  });
});

describe('links', () => {
  test('from leads and lost leads to opportunities are the true ones', async () => {
    expect(await product.linkedQuotes(business, 'journey.lead_status')).toEqual(truth.links.leadToOpportunity);
    expect(await product.linkedQuotes(business, 'journey.lost_leads')).toEqual(truth.links.lostToOpportunity);
  });

  test('from bad leads to the earliest lead of the same person are the true ones', async () => {
    expect(await product.badLeadToLead(business)).toEqual(truth.links.badLeadToLead);
  });

  test('from leads, bad leads and jobs to people are the true ones', async () => {
    expect(await product.leadToPerson(business, personOf())).toEqual(truth.links.leadToPerson);
    expect(await product.badLeadToPerson(business, personOf())).toEqual(truth.links.badLeadToPerson);
    expect(await product.jobToPerson(business, personOf())).toEqual(truth.links.jobsToPerson);
    expect(await product.jobToOpportunity(business)).toEqual(truth.links.jobsToOpportunity);
  });

  test('give every person the true first lead date and conversion date', async () => {
    expect(await product.timelines(business, personOf())).toEqual(truth.links.timeline);
  });

  test('from performance rows to sales people are the true ones', async () => {
    expect(await product.performanceLinks(business)).toEqual(truth.performanceLinks);
  });
});

describe('lookups', () => {
  test('hold the true branches with city, state and currency', async () => {
    const wanted = truth.lookups.branches.map(({ city, state, currency, isActive, spellings }) => ({
      city,
      state,
      currency,
      isActive,
      spellings: sorted(spellings),
    }));
    const found = await product.branches(business);
    // Where the spellings differ on it the truth leaves it open.
    const compared = found.map((branch) =>
      wanted.find(({ city }) => city === branch.city)?.isActive === null ? { ...branch, isActive: null } : branch,
    );
    expect(byCity(compared)).toEqual(byCity(wanted));
  });

  test('fold the spellings of a sales person together, and never those that could be two', async () => {
    const wanted = truth.lookups.salesPersons.map(({ variations }) => sorted(variations).join(' | '));
    expect(sorted(await product.salesPersonSpellings(business))).toEqual(sorted(wanted));
  });

  test('put every lead source into its category by whole words', async () => {
    const wanted = truth.lookups.leadSources.map(
      ({ name, category, spellings }) => `${name} (${category}): ${sorted([...new Set(spellings)]).join(' | ')}`,
    );
    expect(sorted(await product.leadSources(business))).toEqual(sorted(wanted));
  });
});

describe('totals', () => {
  test('of jobs by status are the true ones', async () => {
    const answer = await question('job_status_distribution');
    expect(addUp(answer, 'opportunity_status', 'job_count')).toEqual(truth.totals.jobsByStatus);
  });

  test('of revenue by month and currency are the true ones', async () => {
    const answer = await question('monthly_metrics_summary');
    const found = answer.rows
      .filter((row) => Number(row.total_revenue) !== 0)
      .map((row) => `${String(row.month).slice(0, 7)} ${row.currency} ${Number(row.total_revenue).toFixed(2)}`);
    expect(found.sort()).toEqual(product.trueRevenue(truth, ({ month, currency }) => (month === null ? null : `${month} ${currency}`)));
  });

  test('of revenue by branch are the true ones', async () => {
    const answer = await question('branch_performance_comparison');
    const cities = await product.cityOfBranch(business);
    const found = answer.rows
      .filter((row) => Number(row.total_revenue) !== 0)
      .map((row) => `${cities.get(String(row.branch_id))} ${row.currency} ${Number(row.total_revenue).toFixed(2)}`);
    expect(found.sort()).toEqual(product.trueRevenueByCity(truth));
  });

  test('of leads, opportunities, bad and lost leads are the true ones', async () => {
    const {
      jobs,
      bookedCount,
      bookedByStatusGroup,
      bookedAmounts,
      leadCount,
      leadCountBySource,
      leadsByMonth,
      leadsByStatusGroup,
      badLeadCount,
      lostCount,
    } = truth.totals;
    expect(await product.totals(business)).toEqual({
      jobs,
      bookedCount,
      bookedByStatusGroup,
      bookedAmounts,
      leadCount,
      leadCountBySource,
      leadsByMonth,
      leadsByStatusGroup,
      badLeadCount,
      lostCount,
    });
  });
});

describe('next month, and back again', () => {
  let before: Fingerprint;

  test("next month's files update, rebook and link as the truth says", async () => {
    before = await state();
    const next = await ask<ImportDocument>(['import', join(scratch.path, 'exports-next-month'), '--execute']);
    expect(byName(next.files)).toEqual(byName(truth.nextMonth.files));
    await ask(['journey', 'build', '--execute']);
    expect(
      await product.opportunityStates(
        business,
        truth.nextMonth.changes.map(({ quote }) => quote),
      ),
    ).toEqual(
      Object.fromEntries(truth.nextMonth.changes.map(({ quote, booked, status }) => [quote, { booked: booked[1], status: status[1] }])),
    );
    const leads = await product.linkedQuotes(business, 'journey.lead_status');
    expect(sorted(Object.keys(leads).filter((quote) => truth.links.leadToOpportunity[quote] === undefined))).toEqual(
      truth.nextMonth.newLeadToOpportunity,
    );
  });

  test('undoing next month gives back the state before it', async () => {
    await ask(['import', 'undo', '2'], 4);
    await ask(['import', 'undo', '2', '--execute']);
    await ask(['journey', 'build', '--execute']);
    expect(differencesOf(before, await state())).toEqual([]);
  });

  test('undoing the first import leaves nothing of it', async () => {
    await ask(['import', 'undo', '1', '--execute']);
    const left = await state();
    expect(
      Object.entries(left)
        .filter(([, rows]) => rows.length > 0)
        .map(([table, rows]) => `${table} ${rows.length}`),
    ).toEqual([]);
  });
});

function ask<Document>(args: readonly string[], exit = 0): Promise<Document> {
  return askThroughline<Document>(dataDir, args, exit);
}

function question(id: string): Promise<Answer> {
  return ask<Answer>(['query', 'run', id]);
}

async function state(): Promise<Fingerprint> {
  return fingerprint(business.database, business.id, HISTORY);
}

/** Record to true person. */
function personOf(): Map<string, string> {
  return new Map(truth.people.flatMap(({ id, records }) => records.map(({ source, key }) => [`${source} ${key}`, id])));
}

function faultOf({ file, line, reason }: Truth['skipped'][number]): string {
  return `${file}:${line} ${reason}`;
}

function addUp(answer: Answer, key: string, value: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of answer.rows) sums[String(row[key])] = (sums[String(row[key])] ?? 0) + Number(row[value]);
  return sums;
}

function byName<T extends { name: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function byCity<T extends { city: string | null }>(branches: readonly T[]): T[] {
  return [...branches].sort((a, b) => ((a.city ?? '') < (b.city ?? '') ? -1 : 1));
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort();
}

function only(texts: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return texts.filter((text) => !known.has(text));
}
