import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../src/app.ts';
import { foldersOf } from '../../src/catalogue/question-folders.ts';
import { findQuestions } from '../../src/catalogue/reading/find-questions.ts';
import type { Answer } from '../../src/catalogue/running/answer.ts';
import { type SampleDatabase, withSample } from '../with-sample.ts';
import { answerInZones } from '../../src/catalogue/testing/answer-in-zones.ts';

// What must hold between questions, over the imported sample, whole and narrowed.

const questions = findQuestions(foldersOf(modules));
const byId = new Map(questions.map((question) => [question.id, question]));

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await withSample();
}, 120_000);
afterAll(() => sample.drop());

type Row = Answer['rows'][number];

/** All of it, a year, one branch, one seller: a question is narrowed by what it takes of it. */
const NARROWINGS: [name: string, parameters: Record<string, string>][] = [
  // Jobs without a service day count in no month: a first day leaves them out everywhere.
  ['everything with a day', { date_from: '1900-01-01' }],
  ['a year', { date_from: '2025-01-01', date_to: '2026-01-01' }],
  ['one branch', { date_from: '1900-01-01', branch: 'Austin - Prairie Peak Movers' }],
  ['one seller', { date_from: '1900-01-01', sales_person: 'Ava Sample' }],
  ['a quarter in another zone', { date_from: '2025-04-01', date_to: '2025-07-01', time_zone: 'Pacific/Auckland' }],
];

async function ask(id: string, narrowing: Record<string, string> = {}): Promise<Row[]> {
  const question = byId.get(id);
  const parameters: Record<string, unknown> = {};
  for (const { name, most } of question?.parameters ?? []) {
    if (narrowing[name] !== undefined) parameters[name] = narrowing[name];
    if (name === 'limit') parameters[name] = Math.min(most ?? 100_000, 100_000);
    if (name === 'as_of') parameters[name] = '2026-10-01';
  }
  return (await sample.ask(id, parameters)).rows;
}

/** Sums of a column per currency, in cents; a currency that has nothing is left out. */
function perCurrency(rows: readonly Row[], column: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[String(row.currency)] = (sums[String(row.currency)] ?? 0) + Math.round(Number(row[column] ?? 0) * 100);
  return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}

/** Questions that split all revenue: column, and which rows of the answer are one split. */
const SPLITS_OF_REVENUE: [id: string, column: string, only?: (row: Row) => boolean][] = [
  ['money_by_currency', 'total_revenue'],
  ['revenue_by_sales_person', 'total_revenue'],
  ['revenue_by_referral_source', 'total_revenue'],
  ['branch_performance_comparison', 'total_revenue'],
  ['branch_performance_benchmarking', 'total_revenue'],
  ['sales_person_benchmarking', 'total_revenue'],
  ['industry_benchmarks', 'total_revenue'],
  ['competitive_metrics', 'won_revenue'],
  ['job_bookings_by_branch', 'total_revenue'],
  ['job_bookings_by_sales_person', 'total_revenue'],
  ['job_type_distribution', 'total_revenue'],
  ['branch_profitability', 'total_revenue'],
  ['job_type_profitability', 'total_revenue'],
  ['job_type_geographic_profitability', 'total_revenue'],
  ['city_to_city_routes', 'total_revenue'],
  ['market_share_analysis', 'total_revenue'],
  ['routing_efficiency', 'total_revenue'],
  ['origin_destination_correlations', 'total_revenue'],
  ['top_origin_cities', 'total_revenue'],
  ['top_destination_cities', 'total_revenue'],
  ['monthly_metrics_summary', 'total_revenue'],
  ['quarterly_metrics_summary', 'total_revenue'],
  ['year_over_year_growth', 'total_revenue'],
  ['seasonal_job_patterns', 'total_revenue'],
  ['daily_active_jobs', 'daily_revenue'],
  ['heatmap_revenue_by_branch_month', 'value'],
  ['capacity_utilization', 'total_revenue'],
  ['resource_allocation', 'total_revenue'],
  ['performance_trends', 'revenue'],
  ['customer_segmentation_by_value', 'total_revenue'],
  ['customer_profitability', 'total_revenue'],
  ['job_margins', 'revenue'],
  ['roi_by_referral_source', 'total_revenue'],
  ['customer_acquisition_cost', 'total_revenue'],
  ['lead_source_performance', 'total_revenue'],
  ['job_status_distribution', 'total_revenue', (row) => row.counts_as_revenue === true],
  ['revenue_by_geographic_region', 'total_revenue', (row) => row.region_type === 'origin'],
  ['revenue_by_geographic_region', 'total_revenue', (row) => row.region_type === 'destination'],
  ['geographic_coverage', 'total_revenue', (row) => row.coverage_type === 'Origin Coverage'],
  ['revenue_trends', 'revenue', (row) => row.period_type === 'monthly'],
  ['revenue_trends', 'revenue', (row) => row.period_type === 'quarterly'],
  ['revenue_trends', 'revenue', (row) => row.period_type === 'yearly'],
  ['job_volume_trends', 'revenue', (row) => row.trend_type === 'monthly'],
  ['jobs_by_time_period', 'revenue', (row) => row.period_type === 'weekly'],
  ['revenue_attribution', 'total_revenue', (row) => row.rule === 'first'],
  ['revenue_attribution', 'total_revenue', (row) => row.rule === 'last'],
  ['revenue_attribution', 'total_revenue', (row) => row.rule === 'shared'],
];

describe.each(NARROWINGS)('over %s', (_name, narrowing) => {
  it('revenue is the same however it is split, per currency', async () => {
    const total = perCurrency(await ask('revenue_by_branch', narrowing), 'total_revenue');
    expect(Object.keys(total).length).toBeGreaterThan(0);
    for (const [id, column, only] of SPLITS_OF_REVENUE) {
      const takes = byId.get(id)?.parameters.map(({ name }) => name) ?? [];
      if (Object.keys(narrowing).some((name) => name !== 'time_zone' && !takes.includes(name))) continue;
      const found = perCurrency((await ask(id, narrowing)).filter(only ?? (() => true)), column);
      for (const currency of new Set([...Object.keys(total), ...Object.keys(found)])) {
        // Shared credit is rounded per source: a cent per row at most.
        expect(Math.abs((found[currency] ?? 0) - (total[currency] ?? 0)), `${id}.${column} in ${currency}`).toBeLessThanOrEqual(
          id === 'revenue_attribution' ? 60 : 0,
        );
      }
    }
  });

  it('the statuses of jobs add up to the jobs', async () => {
    for (const id of ['job_bookings_by_branch', 'job_bookings_by_sales_person', 'monthly_metrics_summary', 'quarterly_metrics_summary']) {
      for (const row of await ask(id, narrowing))
        expect(sumOf(row, ['booked_jobs', 'closed_jobs', 'quoted_jobs', 'lost_jobs', 'cancelled_jobs']), id).toBe(row.total_jobs);
    }
    const [jobs, statuses] = [await ask('money_by_currency', narrowing), await ask('job_status_distribution', narrowing)];
    expect(perCurrency(statuses, 'job_count')).toEqual(perCurrency(jobs, 'total_jobs'));
  });

  it('the stages of a funnel nest', async () => {
    for (const row of await ask('lead_conversion_funnel', narrowing)) {
      falls(row, ['total_leads', 'total_quoted', 'total_booked', 'total_closed']);
      expect(sumOf(row, ['total_booked', 'total_lost', 'total_open'])).toBe(row.total_leads);
    }
    for (const row of await ask('category_conversion_funnel', narrowing)) {
      falls(row, ['total_leads', 'quoted_leads']);
      falls(row, ['booked_opportunities', 'closed_opportunities']);
      falls(row, ['jobs', 'customers']);
    }
    for (const row of await ask('lead_source_performance', narrowing)) falls(row, ['total_leads', 'quoted', 'booked', 'closed']);
    for (const row of await ask('true_conversion', narrowing)) falls(row, ['quoted_jobs', 'ever_booked', 'still_booked']);
    for (const row of await ask('link_coverage', narrowing)) expect(sumOf(row, ['linked', 'unlinked'])).toBe(row.total);
  });

  // A share of revenue may be below 0 where a credit outweighs what was charged: that is no rate.
  it('every rate lies between 0 and 100 or is empty', async () => {
    for (const { id, columns } of questions) {
      const rates = columns.filter(({ name, type }) => type === 'percent' && !/change|growth|_vs_|revenue_share/.test(name));
      if (rates.length === 0) continue;
      for (const row of await ask(id, narrowing))
        for (const { name } of rates)
          expect(row[name] === null || (Number(row[name]) >= 0 && Number(row[name]) <= 100), `${id}.${name}: ${row[name]}`).toBe(true);
    }
  });

  it.each([
    ['job_status_distribution', 'percentage_of_total', 'currency'],
    ['job_status_distribution', 'revenue_percentage', 'currency'],
    ['job_type_distribution', 'percentage_of_total', 'currency'],
    ['revenue_by_job_status', 'revenue_percentage', 'currency'],
    ['market_share_analysis', 'market_share_jobs_percent', 'currency'],
    ['market_share_analysis', 'market_share_revenue_percent', 'currency'],
    ['seasonal_job_patterns', 'percentage_of_year', 'currency'],
    ['lead_status_distribution', 'percentage', 'source'],
    ['loss_reason_analysis', 'percentage_of_losses', null],
    ['bad_lead_reason_patterns', 'percentage_of_bad_leads', null],
    ['optimal_response_time', 'percentage_of_leads', null],
  ] as const)('%s.%s adds up to a hundred', async (id, column, within) => {
    const groups = new Map<string, number[]>();
    for (const row of await ask(id, narrowing)) {
      const key = within === null ? '' : String(row[within]);
      groups.set(key, [...(groups.get(key) ?? []), Number(row[column] ?? 0)]);
    }
    for (const [key, shares] of groups) {
      const total = shares.reduce((sum, share) => sum + share, 0);
      if (total > 0) expect(Math.abs(total - 100), key).toBeLessThanOrEqual(0.005 * shares.length + 1e-9);
    }
  });

  it('lists come in the order they promise', async () => {
    for (const [id, column, within] of [
      ['revenue_by_branch', 'total_revenue', 'currency'],
      ['revenue_by_sales_person', 'total_revenue', 'currency'],
      ['job_bookings_by_branch', 'total_revenue', 'currency'],
      ['customer_lifetime_value', 'customer_lifetime_value', null],
      ['customer_profitability', 'total_revenue', null],
      ['lead_response_performance', 'total_leads', null],
      ['speed_to_lead', 'total_leads', null],
    ] as const) {
      const rows = await ask(id, narrowing);
      rows.slice(1).forEach((row, index) => {
        const before = rows[index];
        if (within === null || before?.[within] === row[within])
          expect(Number(before?.[column]), id).toBeGreaterThanOrEqual(Number(row[column]));
      });
    }
  });

  it('questions that show the same figure show the same number', async () => {
    expect(await ask('job_geographic_routes', narrowing)).toEqual(await ask('city_to_city_routes', narrowing));
    const [values, repeats] = [await ask('customer_lifetime_value', narrowing), await ask('repeat_customers', narrowing)];
    const told = (rows: readonly Row[], column: string): string[] =>
      rows.map((row) => [row.customer_id, row.currency, row.total_jobs, row[column]].join(' ')).sort();
    expect(told(values, 'customer_lifetime_value')).toEqual(told(repeats, 'total_revenue'));
    const [retention] = await ask('customer_retention_rate', narrowing);
    if (retention !== undefined)
      expect(sumOf(retention, ['one_time_customers', 'repeat_customers'])).toBe(retention.total_customers_with_jobs);
  });
});

it('no answer about the sample depends on the time zone of the session', async () => {
  for (const question of questions) {
    const answers = await answerInZones(sample.database, sample.businessId, question);
    expect(answers[1], question.id).toEqual(answers[0]);
    expect(answers[2], question.id).toEqual(answers[0]);
  }
});

function sumOf(row: Row, columns: readonly string[]): number {
  return columns.reduce((sum, column) => sum + Number(row[column]), 0);
}

function falls(row: Row, stages: readonly string[]): void {
  stages.slice(1).forEach((stage, index) => {
    expect(Number(row[stages[index] ?? '']), `${stages[index]} >= ${stage}`).toBeGreaterThanOrEqual(Number(row[stage]));
  });
}
