import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openCsvFile } from './generate-csv-file.ts';
import { isAmong, makeMix, type Mix } from './generate-identities.ts';
import { JOB_HEADERS, jobRow } from './generate-job-rows.ts';
import {
  BAD_HEADERS,
  badRow,
  BOOKED_HEADERS,
  bookedRow,
  LEAD_HEADERS,
  leadRow,
  LOST_HEADERS,
  lostRow,
  SALES_HEADERS,
  salesRow,
  USER_HEADERS,
  userRow,
} from './generate-lead-rows.ts';
import { leadQuote, otherQuote, type ReferenceQuote } from './generate-quotes.ts';

export interface ReferenceOptions {
  /** Share of the reference volumes; 1 = all of them. The two performance reports are always whole. */
  scale?: number;
  seed?: number;
}

export interface ReferenceFile {
  name: string;
  kind: string;
  rows: number;
}

/** Rows per report at the reference system, measured 2025-11-19. */
export const REFERENCE_ROWS = {
  jobs: 181_618,
  booked_opportunities: 56_570,
  lead_status: 277_176,
  bad_leads: 293_228,
  lost_leads: 129_347,
  sales_performance: 149,
  user_performance: 59,
};

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
const DAYS = 2557;

/** Writes the seven reports at the reference volumes into `dir`, row by row in flat memory; the same seed gives the same bytes. */
export async function writeReferenceExports(dir: string, { scale = 1, seed = 2026 }: ReferenceOptions = {}): Promise<ReferenceFile[]> {
  await mkdir(dir, { recursive: true });
  const mix = makeMix(seed);
  const scaled = (rows: number): number => Math.max(1, Math.round(rows * scale));
  const leads = scaled(REFERENCE_ROWS.lead_status);
  const write = async (
    kind: string,
    name: string,
    headers: readonly string[],
    rows: number,
    source: Iterable<(string | number)[]>,
  ): Promise<ReferenceFile> => {
    const file = openCsvFile(join(dir, name), headers);
    for (const row of source) {
      if (file.rows >= rows) break;
      await file.row(row);
    }
    await file.close();
    return { name, kind, rows: file.rows };
  };
  return [
    ...(await writeJobs(write, mix, scaled(REFERENCE_ROWS.jobs), leads)),
    await write(
      'booked_opportunities',
      'booked-opportunities-by-date-booked.csv',
      BOOKED_HEADERS,
      scaled(REFERENCE_ROWS.booked_opportunities),
      quotesWith(mix, leads, 'booked', 900_000, bookedRow),
    ),
    await write('lead_status', 'lead-status.csv', LEAD_HEADERS, leads, leadRows(mix, leads)),
    await write(
      'bad_leads',
      'bad-leads.xlsx - data.csv',
      BAD_HEADERS,
      scaled(REFERENCE_ROWS.bad_leads),
      counted((row) => badRow(mix, row, { rows: scaled(REFERENCE_ROWS.bad_leads), jobs: scaled(REFERENCE_ROWS.jobs), days: DAYS })),
    ),
    await write(
      'lost_leads',
      'lost-leads-opportunities-details.xlsx - data.csv',
      LOST_HEADERS,
      scaled(REFERENCE_ROWS.lost_leads),
      quotesWith(mix, leads, 'lost', 2_000_000, lostRow),
    ),
    await write(
      'user_performance',
      'RingCentral_PR_Users_Users_11_19_2025_0815.xlsx - Users.csv',
      USER_HEADERS,
      REFERENCE_ROWS.user_performance,
      counted((nth) => userRow(mix, nth)),
    ),
    await write(
      'sales_performance',
      'sales-person-performance (1).xlsx - data (1).csv',
      SALES_HEADERS,
      REFERENCE_ROWS.sales_performance,
      counted((nth) => salesRow(mix, nth)),
    ),
  ];
}

type Write = (
  kind: string,
  name: string,
  headers: readonly string[],
  rows: number,
  source: Iterable<(string | number)[]>,
) => Promise<ReferenceFile>;

async function writeJobs(write: Write, mix: Mix, total: number, leads: number): Promise<ReferenceFile[]> {
  const files: ReferenceFile[] = [];
  let before = 0;
  for (const [nth, year] of YEARS.entries()) {
    const rows = Math.floor((total * (nth + 1)) / YEARS.length) - before;
    files.push(await write('jobs', `${year}.xlsx - jobs.csv`, JOB_HEADERS, rows, jobRows(mix, year, before, leads, total)));
    before += rows;
  }
  return files;
}

/** Jobs of a year: from 2022 those of its leads first, then quotes without a lead until the file is full. */
function* jobRows(mix: Mix, year: number, firstRow: number, leads: number, total: number): Generator<(string | number)[]> {
  const firstDay = Math.round((year - 2019) * 365.25);
  let row = firstRow;
  if (year >= 2022) {
    const from = Math.floor(((year - 2022) * leads) / 4);
    const to = Math.floor(((year - 2021) * leads) / 4);
    for (let index = from; index < to; index += 1) {
      const quote = leadQuote(mix, index, leads);
      for (let sequence = 1; sequence <= jobsOf(mix, quote); sequence += 1) yield jobRow(mix, row++, quote, sequence);
    }
  }
  for (;;) {
    const quote = otherQuote(
      mix,
      row,
      1000 + row,
      firstDay + (mix(row, 91) % 320),
      mix(row, 92) % 10 < 7 ? 'booked' : mix(row, 92) % 10 < 9 ? 'lost' : 'open',
    );
    yield jobRow(mix, row++, quote, 1);
    if (mix(row, 93) % 8 === 0 && row < total) yield jobRow(mix, row++, quote, 2);
  }
}

function jobsOf(mix: Mix, quote: ReferenceQuote): number {
  if (quote.outcome === 'booked') return isAmong(mix, quote.index, 94, 0.9) ? (mix(quote.index, 95) % 10 === 0 ? 2 : 1) : 0;
  return quote.outcome !== 'bad' && isAmong(mix, quote.index, 96, 0.12) ? 1 : 0;
}

/** The quotes of leads with this outcome, then quotes without a lead. */
function* quotesWith(
  mix: Mix,
  leads: number,
  outcome: ReferenceQuote['outcome'],
  firstNumber: number,
  rowOf: (mix: Mix, quote: ReferenceQuote) => (string | number)[],
): Generator<(string | number)[]> {
  for (let index = 0; index < leads; index += 1) {
    const quote = leadQuote(mix, index, leads);
    if (quote.outcome === outcome) yield rowOf(mix, quote);
  }
  for (let nth = 0; ; nth += 1) yield rowOf(mix, otherQuote(mix, firstNumber + nth, firstNumber + nth, 1100 + (nth % 1400), outcome));
}

function* leadRows(mix: Mix, leads: number): Generator<(string | number)[]> {
  for (let index = 0; index < leads; index += 1) yield leadRow(mix, leadQuote(mix, index, leads));
}

function* counted(rowOf: (nth: number) => (string | number)[]): Generator<(string | number)[]> {
  for (let nth = 0; ; nth += 1) yield rowOf(nth);
}
