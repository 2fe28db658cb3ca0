import type { Truth } from '../../samples/mover/truth.ts';
import type { OpenBusiness } from './open-business.ts';

/** `file:line reason` of every skipped row that is kept. */
export async function skippedRows(business: OpenBusiness): Promise<string[]> {
  return texts(
    business,
    `select file.name || ':' || row.line || ' ' || row.reason as text from import.skipped_rows as row join import.files as file on file.id = row.file_id`,
  );
}

/** `file:line code` of every quarantined row. */
export async function quarantinedRows(business: OpenBusiness): Promise<string[]> {
  return texts(
    business,
    `select file.name || ':' || row.line || ' ' || row.code as text from import.quarantined_rows as row join import.files as file on file.id = row.file_id`,
  );
}

/** Id of a source row -> `table key`, as the truth names records. */
export async function recordKeys(business: OpenBusiness): Promise<Map<string, string>> {
  const rows = await business.rows<{ id: string; text: string }>(
    `select id, 'jobs ' || job_id as text from journey.jobs
     union all select id, 'booked_opportunities ' || quote_number from journey.booked_opportunities
     union all select id, 'bad_leads ' || natural_key from journey.bad_leads
     union all select id, 'lost_leads ' || quote_number from journey.lost_leads`,
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Id of a customer -> the true person whose rows it has, or a text that says why it is none. */
async function personOfCustomer(business: OpenBusiness, personOf: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const keys = await recordKeys(business);
  const rows = await business.rows<{ customer_id: string; source_ids: string[] }>(
    'select customer_id, array_agg(source_id) as source_ids from customers.records where customer_id is not null group by customer_id',
  );
  return new Map(
    rows.map(({ customer_id, source_ids }) => [
      customer_id,
      [...new Set(source_ids.map((id) => personOf.get(keys.get(id) ?? '') ?? `no true person (${keys.get(id)})`))].sort().join(' and '),
    ]),
  );
}

/** `kind value: people` of every household. */
export async function households(business: OpenBusiness, personOf: ReadonlyMap<string, string>): Promise<string[]> {
  const people = await personOfCustomer(business, personOf);
  const rows = await business.rows<{ value_kind: string; value: string; members: string[] }>(
    `select household.value_kind, household.value, array_agg(member.customer_id) as members
     from customers.households as household
     join customers.household_members as member on member.household_id = household.id
     group by household.value_kind, household.value`,
  );
  return rows.map(
    ({ value_kind, value, members }) =>
      `${value_kind} ${value}: ${members
        .map((id) => people.get(id) ?? id)
        .sort()
        .join(', ')}`,
  );
}

/** `kind value people` of every value found generic because many use it; placeholders are known beforehand. */
export async function genericValues(business: OpenBusiness): Promise<string[]> {
  return texts(business, `select value_kind || ' ' || value || ' ' || people as text from customers.generic_values where people > 1`);
}

/** Quote number of the row -> that of its opportunity. */
export async function linkedQuotes(
  business: OpenBusiness,
  table: 'journey.lead_status' | 'journey.lost_leads',
): Promise<Record<string, string>> {
  return pairs(
    business,
    `select row.quote_number as key, opportunity.quote_number as value from ${table} as row join journey.booked_opportunities as opportunity on opportunity.id = row.booked_opportunity_id`,
  );
}

/** Natural key of each bad lead -> quote number of its lead, or null. */
export async function badLeadToLead(business: OpenBusiness): Promise<Record<string, string | null>> {
  return pairs(
    business,
    'select bad.natural_key as key, lead.quote_number as value from journey.bad_leads as bad left join journey.lead_status as lead on lead.id = bad.lead_status_id',
  );
}

/** Quote number of each lead with a customer -> true person. */
export async function leadToPerson(business: OpenBusiness, personOf: ReadonlyMap<string, string>): Promise<Record<string, string | null>> {
  return toPeople(
    business,
    personOf,
    'select quote_number as key, customer_id as value from journey.lead_status where customer_id is not null',
  );
}

/** Natural key of each bad lead -> true person, or null. */
export async function badLeadToPerson(
  business: OpenBusiness,
  personOf: ReadonlyMap<string, string>,
): Promise<Record<string, string | null>> {
  return toPeople(business, personOf, 'select natural_key as key, customer_id as value from journey.bad_leads');
}

/** Job id -> true person. */
export async function jobToPerson(business: OpenBusiness, personOf: ReadonlyMap<string, string>): Promise<Record<string, string | null>> {
  return toPeople(business, personOf, 'select job_id as key, customer_id as value from journey.jobs');
}

/** Job id -> quote number of the opportunity it belongs to. */
export async function jobToOpportunity(business: OpenBusiness): Promise<Record<string, string>> {
  return pairs(
    business,
    'select job.job_id as key, opportunity.quote_number as value from journey.jobs as job join journey.booked_opportunities as opportunity on opportunity.quote_number = job.quote_number',
  );
}

/** True person -> first lead date and conversion date. */
export async function timelines(
  business: OpenBusiness,
  personOf: ReadonlyMap<string, string>,
): Promise<Record<string, { firstLeadDate: string | null; conversionDate: string | null }>> {
  const people = await personOfCustomer(business, personOf);
  const rows = await business.rows<{ id: string; first_lead_date: string | null; conversion_date: string | null }>(
    'select id, first_lead_date, conversion_date from customers.customers where is_primary_record',
  );
  return Object.fromEntries(
    rows.map(({ id, first_lead_date, conversion_date }) => [
      people.get(id) ?? id,
      { firstLeadDate: first_lead_date, conversionDate: conversion_date },
    ]),
  );
}

/** Name in a performance report -> name of the sales person, or null. */
export async function performanceLinks(business: OpenBusiness): Promise<Record<string, string | null>> {
  return pairs(
    business,
    `select row.name as key, person.name as value
     from (select name, sales_person_id from journey.user_performance union all select name, sales_person_id from journey.sales_performance) as row
     left join journey.sales_persons as person on person.id = row.sales_person_id`,
  );
}

/** Every branch with what its name says, and the spellings that mean it. */
export async function branches(business: OpenBusiness) {
  return business.rows<{
    city: string | null;
    state: string | null;
    currency: string | null;
    isActive: boolean | null;
    spellings: string[];
  }>(
    `select branch.city, branch.state, branch.currency, branch.is_active as "isActive", array_agg(distinct trim(spelling.spelling) order by trim(spelling.spelling)) as spellings
     from tenancy.branches as branch
     join journey.branch_spellings as spelling on spelling.branch_id = branch.id
     group by branch.business_id, branch.id`,
  );
}

/** Id of a branch -> its city. */
export async function cityOfBranch(business: OpenBusiness): Promise<Map<string, string>> {
  const rows = await business.rows<{ id: string; city: string }>('select id, city from tenancy.branches');
  return new Map(rows.map(({ id, city }) => [id, city]));
}

/** The spellings of each sales person, joined by bars. */
export async function salesPersonSpellings(business: OpenBusiness): Promise<string[]> {
  return texts(
    business,
    `select string_agg(distinct trim(spelling), ' | ' order by trim(spelling)) as text from journey.sales_person_spellings group by sales_person_id`,
  );
}

/** `name (category): spellings` of each lead source. */
export async function leadSources(business: OpenBusiness): Promise<string[]> {
  return texts(
    business,
    `select source.name || ' (' || source.category || '): ' || string_agg(distinct trim(spelling.spelling), ' | ' order by trim(spelling.spelling)) as text
     from journey.lead_sources as source
     join journey.lead_source_spellings as spelling on spelling.lead_source_id = source.id
     group by source.business_id, source.id`,
  );
}

/** Booked date and status, by quote number. */
export async function opportunityStates(
  business: OpenBusiness,
  quotes: readonly string[],
): Promise<Record<string, { booked: string | null; status: string | null }>> {
  const rows = await business.rows<{ quote_number: string; booked: string | null; status: string | null }>(
    'select quote_number, booked_date as booked, status from journey.booked_opportunities where quote_number = any ($1)',
    [quotes],
  );
  return Object.fromEntries(rows.map(({ quote_number, ...state }) => [quote_number, state]));
}

const CURRENCY = 'coalesce(branch.currency, business.currency)';
const JOINS =
  'join tenancy.businesses as business on business.id = row.business_id left join tenancy.branches as branch on branch.id = row.branch_id';
/** The truth words status groups as the jobs' status is worded. */
const GROUP = `case row.status_group when 'open' then 'QUOTED' else upper(row.status_group) end`;

/** Counts and sums as the truth has them. */
export async function totals(business: OpenBusiness) {
  return {
    jobs: await count(business, 'journey.jobs'),
    bookedCount: await count(business, 'journey.booked_opportunities'),
    bookedByStatusGroup: await counts(business, `select ${GROUP} as key from journey.booked_opportunities as row`),
    bookedAmounts: await business.rows<{ currency: string; estimated: string; invoiced: string }>(
      `select ${CURRENCY} as currency, sum(row.estimated_amount)::text as estimated, sum(row.invoiced_amount)::text as invoiced from journey.booked_opportunities as row ${JOINS} group by 1 order by 1`,
    ),
    leadCount: await count(business, 'journey.lead_status'),
    leadCountBySource: await counts(
      business,
      `select coalesce(source.name, '') as key from journey.lead_status as row left join journey.lead_sources as source on source.id = row.lead_source_id`,
    ),
    leadsByMonth: await counts(
      business,
      `select coalesce(to_char(row.received_at at time zone coalesce(branch.time_zone, business.time_zone), 'YYYY-MM'), '') as key from journey.lead_status as row ${JOINS}`,
    ),
    leadsByStatusGroup: await counts(business, `select ${GROUP} as key from journey.lead_status as row`),
    badLeadCount: await count(business, 'journey.bad_leads'),
    lostCount: await count(business, 'journey.lost_leads'),
  };
}

type RevenueLine = Truth['totals']['revenueByMonthCurrency'][number];

/** `key revenue` of booked and closed jobs, summed per key, without zeros. */
export function trueRevenue(truth: Truth, keyOf: (line: RevenueLine) => string | null): string[] {
  return summed(truth.totals.revenueByMonthCurrency.filter(isRevenue).map((line) => [keyOf(line), line.revenue]));
}

/** `city currency revenue` of booked and closed jobs, without zeros. */
export function trueRevenueByCity(truth: Truth): string[] {
  return summed(truth.totals.revenueByBranch.filter(isRevenue).map((line) => [`${line.city} ${line.currency}`, line.revenue]));
}

function isRevenue({ status }: { status: string }): boolean {
  return status === 'BOOKED' || status === 'CLOSED';
}

function summed(amounts: readonly (readonly [string | null, string])[]): string[] {
  const cents = new Map<string, number>();
  for (const [key, amount] of amounts) if (key !== null) cents.set(key, (cents.get(key) ?? 0) + Math.round(Number(amount) * 100));
  return [...cents]
    .filter(([, sum]) => sum !== 0)
    .map(([key, sum]) => `${key} ${(sum / 100).toFixed(2)}`)
    .sort();
}

async function toPeople(
  business: OpenBusiness,
  personOf: ReadonlyMap<string, string>,
  sql: string,
): Promise<Record<string, string | null>> {
  const people = await personOfCustomer(business, personOf);
  const rows = await pairs<string | null>(business, sql);
  return Object.fromEntries(Object.entries(rows).map(([key, id]) => [key, id === null ? null : (people.get(id) ?? id)]));
}

async function texts(business: OpenBusiness, sql: string): Promise<string[]> {
  return (await business.rows<{ text: string }>(sql)).map(({ text }) => text);
}

async function pairs<Value extends string | null>(business: OpenBusiness, sql: string): Promise<Record<string, Value>> {
  return Object.fromEntries((await business.rows<{ key: string; value: Value }>(sql)).map(({ key, value }) => [key, value]));
}

async function count(business: OpenBusiness, table: string): Promise<number> {
  return (await texts(business, `select count(*)::text as text from ${table}`)).map(Number)[0] ?? 0;
}

async function counts(business: OpenBusiness, sql: string): Promise<Record<string, number>> {
  const rows = await business.rows<{ key: string; count: number }>(
    `select key, count(*)::integer as count from (${sql}) as keys group by key`,
  );
  return Object.fromEntries(rows.map(({ key, count: n }) => [key, n]));
}
