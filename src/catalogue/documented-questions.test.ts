import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modules } from '../app.ts';
import { foldersOf } from './question-folders.ts';
import { findQuestions } from './reading/find-questions.ts';

// The 129 questions of the documents: `id | defects | columns`, one a line.
const documented = readFileSync(new URL('testing/documented-questions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', defects = '', columns = ''] = line.split(' | ');
    return { id, defects: words(defects), columns: words(columns) };
  });
const questions = new Map(findQuestions(foldersOf(modules)).map((question) => [question.id, question]));

/** Columns of the documents that ours do not have, each for its reason. */
const NOT_SOUND: Record<string, Record<string, string>> = {
  customer_lifetime_value: { average_job_value: 'the same number as avg_job_value, twice' },
  customer_growth_forecast: { first_time_customers: 'the same number as actual_new_customers' },
  lost_leads_analysis: { days_to_lost_numeric: 'the same number as days_to_lost' },
  lead_source_category_performance: { customer_conversion_rate: 'sets customers of all time against leads of the pool: above 100 %' },
  sales_person_cross_module: {
    unique_quote_numbers: 'a lead of the pool is a quote number, so it equals total_leads_from_lead_status',
    total_revenue_all_modules: 'adds opportunities and jobs of one move, which are the same money',
  },
  cost_efficiency_metrics: {
    customer_acquisition_from_leads_percent: 'no costs are known',
    total_customers: 'the same number as unique_customers',
  },
  user_performance_cross_module: {
    unique_quote_numbers: 'a lead of the pool is a quote number, so it equals total_leads_handled',
    total_revenue_all_modules: 'adds opportunities and jobs of one move, which are the same money',
  },
};

/** What a caveat says of each defect of the originals (docs/decisions and the headers tell the rest). */
const MENDED: Record<string, RegExp> = {
  D1: /seller from a column that these tables lack/,
  D2: /tables that do not exist/,
  D3: /121-120/,
  D4: /seconds of a number of days/,
  D5: /cast a span of time to a number/,
  D6: /month or quarter part of an age/,
  D7: /3,600 times too large/,
  D8: /Head counts are not hours/,
  D9: /The documents drop/,
  D10: /categories repeat/,
  D11: /ignore its unit/,
  D12: /alias within the select/,
};

describe('the questions of the documents', () => {
  it('are all here, under their own ids', () => {
    expect(documented).toHaveLength(129);
    expect(documented.map(({ id }) => id).filter((id) => !questions.has(id))).toEqual([]);
  });

  it.each(documented)('$id has the columns of the documents, but for those that are not sound', ({ id, columns }) => {
    const ours = questions.get(id)?.columns.map((column) => column.name) ?? [];
    expect(columns.filter((column) => !ours.includes(column)).sort()).toEqual(Object.keys(NOT_SOUND[id] ?? {}).sort());
  });

  it.each(documented.filter(({ defects }) => defects.length > 0))(
    '$id says how it differs from the defective original',
    ({ id, defects }) => {
      const caveats = (questions.get(id)?.caveats ?? []).join('\n');
      for (const defect of defects) expect(caveats).toMatch(MENDED[defect] ?? /^$/);
    },
  );
});

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
