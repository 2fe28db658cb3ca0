/** The persons of the small world: no two share a name, an e-mail or a telephone, so that rules never join them. */
export const PERSONS = ['Ada Lark', 'Bo Finch', 'Cy Wren', 'Di Heron'] as const;

export const KINDS = [
  'jobs',
  'booked_opportunities',
  'lead_status',
  'bad_leads',
  'lost_leads',
  'user_performance',
  'sales_performance',
] as const;
export type Kind = (typeof KINDS)[number];

/** A row of an export: which, and which version of its values. */
export interface WorldRow {
  kind: Kind;
  person: number;
  nth: 0 | 1;
  version: number;
}

interface KindOfRow {
  header: string;
  line(row: WorldRow): string;
  /** SQL: the key as `keyOf` has it, the version, and whether it carries the mark of an edit. */
  table: string;
  key: string;
  version: string;
  mark: string;
}

/** How each kind is written and read back; the marked column is in no file, so that an import never overwrites the mark. */
export const WORLD: Readonly<Record<Kind, KindOfRow>> = {
  jobs: {
    header: 'Job Id,Job Number,Opportunity Status,Branch Name,Sales Person Name,Customer Name,Customer Email,Job Date,Tip Amount',
    line: (row) =>
      `${keyOf(row)},${quoteOf(row)}-1,${['Booked', 'Closed', 'Cancelled'][row.version]},${branchOf(row)},${sellerOf(row)},${nameOf(row)},${emailOf(row)},6/20/2026,${row.version}`,
    table: 'journey.jobs',
    key: 'job_id',
    version: 'tip_amount',
    mark: 'estimator_name',
  },
  booked_opportunities: {
    header: 'Quote #,Status,Customer Name,Email,Branch Name,Sales Person,Booked Date,Hourly Rate',
    line: (row) =>
      `${quoteOf(row)},${['Booked', 'Closed', 'Cancelled'][row.version]},${nameOf(row)},${emailOf(row)},${branchOf(row)},${sellerOf(row)},5/${row.version + 1}/2026,${row.version}`,
    table: 'journey.booked_opportunities',
    key: 'quote_number',
    version: 'hourly_rate',
    mark: 'estimator',
  },
  lead_status: {
    header: 'Quote #,Status,Branch Name,Sales Person,Time to Contact,Referral Source,Received at,Estimated Revenue',
    line: (row) =>
      `${quoteOf(row)},${['Booked', 'Lost - Price', 'Bad Lead'][row.version]},${branchOf(row)},${sellerOf(row)},9m,${['Google', 'Broadway', 'Friend'][row.version]},4/2/2026 9:15 AM,${row.version}`,
    table: 'journey.lead_status',
    key: 'quote_number',
    version: 'estimated_revenue',
    mark: 'estimator',
  },
  bad_leads: {
    header: 'Provider,Customer Name,Customer Email,Date Lead Received,Lead Bad Reason',
    line: (row) => `${keyOf(row)},${nameOf(row)},${emailOf(row)},4/1/2026,${row.version}`,
    table: 'journey.bad_leads',
    key: 'provider',
    version: 'lead_bad_reason',
    mark: 'customer_phone',
  },
  lost_leads: {
    header: 'Quote #,Name,Lost Date,Date Received,Estimated Amount',
    line: (row) => `${quoteOf(row)},${nameOf(row)},5/9/2026,4/2/2026,${row.version}`,
    table: 'journey.lost_leads',
    key: 'quote_number',
    version: 'estimated_amount',
    mark: 'reason',
  },
  user_performance: {
    header: 'Name,User Status,Total Calls,# Inbound',
    line: (row) => `${sellerOf({ ...row, version: 0 })},Enabled,${row.version},1`,
    table: 'journey.user_performance',
    key: 'name',
    version: 'total_calls',
    mark: 'avg_handle_time',
  },
  sales_performance: {
    header: 'Name,# Leads Received,Bad,% Bad,Booked Total',
    line: (row) => `${sellerOf({ ...row, version: 0 })},${row.version},1,2.5%,$10.00`,
    table: 'journey.sales_performance',
    key: 'name',
    version: 'leads_received',
    mark: 'cancelled',
  },
};

/** The natural key of a row, as its table has it. */
export function keyOf(row: Pick<WorldRow, 'kind' | 'person' | 'nth'>): string {
  switch (row.kind) {
    case 'jobs':
      return `job-${row.person}-${row.nth}`;
    case 'bad_leads':
      return `Provider ${row.person}-${row.nth}`;
    case 'user_performance':
    case 'sales_performance':
      return sellerOf({ ...row, version: 0 });
    default:
      return quoteOf(row);
  }
}

/** The person whom rows of this kind and key belong to; undefined for rows about no customer. */
export function personOf(kind: string, key: string): number | undefined {
  for (const person of PERSONS.keys()) {
    for (const nth of [0, 1] as const)
      for (const each of ['jobs', 'booked_opportunities', 'lead_status', 'bad_leads', 'lost_leads'] as const)
        if (each === kind && keyOf({ kind: each, person, nth }) === key) return person;
  }
  return undefined;
}

/** The files that hold the given rows, by name. */
export function filesOf(rows: readonly WorldRow[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const kind of KINDS) {
    const lines = new Map(rows.filter((row) => row.kind === kind).map((row) => [keyOf(row), WORLD[kind].line(row)]));
    if (lines.size > 0) files[`${kind}.csv`] = `${[WORLD[kind].header, ...lines.values()].join('\n')}\n`;
  }
  return files;
}

function quoteOf({ person, nth }: Pick<WorldRow, 'person' | 'nth'>): string {
  return String(1000 + person * 10 + nth);
}

function nameOf({ person }: WorldRow): string {
  return PERSONS[person] ?? '';
}

function emailOf({ person }: WorldRow): string {
  return `person${person}@lark.example`;
}

/** Other versions name other branches and sellers: lookups come and go with them. */
function branchOf({ version }: WorldRow): string {
  return ['CALGARY 🇨🇦 - Small Movers', 'AUSTIN 🇺🇸 - Small Movers', 'EDMONTON 🇨🇦 - Small Movers (On Hold)'][version] ?? '';
}

function sellerOf({ person, version }: Pick<WorldRow, 'person' | 'version'>): string {
  return ['Ivy Stone', 'Jon Reed', 'Kit Moss', 'Lou Dell'][(person + version) % 4] ?? '';
}
