import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { setBusiness } from '../tenancy/settings/set-business.ts';
import { playYear } from './testing/play-year.ts';
import { type Stage, stageOf } from './testing/stage.ts';

// A business whose weeks begin on Sunday and whose fiscal years begin in February, over the rows of play-year.ts:
// J1 Tuesday 2023-01-10 1000, J2 Monday 2024-01-15 540, J4 Saturday 2024-01-20 2000, J3 Friday 2024-03-01 400.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

const set = (settings: Parameters<typeof setBusiness>[1]) =>
  scratch.database.inBusiness(scratch.businessId, (transaction) => setBusiness(transaction, settings, 'test'));
const usd = async (id: string, columns: readonly string[], only: (row: Record<string, unknown>) => boolean = () => true) =>
  (await stage.ask(id, { currency: 'USD' })).rows.filter(only).map((row) => columns.map((column) => row[column]));

describe('weeks and fiscal years of the business', () => {
  it('are those of the calendar until the business says otherwise; a kept answer follows the change', async () => {
    const years = () => usd('year_over_year_growth', ['year', 'total_revenue']);
    expect(await years()).toEqual([
      [2023, 1000],
      [2024, 2940],
    ]);
    await set({ weekStart: 'Sunday', fiscalYearStart: 'feb' });
    // January 2023 belongs to the year that ended in it, January 2024 to 2024, March to 2025.
    expect(await years()).toEqual([
      [2023, 1000],
      [2024, 2540],
      [2025, 400],
    ]);
  });

  it('cut quarters from the first month of the year, the empty ones too', async () => {
    const rows = await usd('quarterly_metrics_summary', ['quarter', 'year', 'quarter_number', 'total_revenue']);
    expect(rows[0]).toEqual(['2022-11-01', 2023, 4, 1000]);
    expect(rows[1]).toEqual(['2023-02-01', 2024, 1, 0]);
    expect(rows.slice(-2)).toEqual([
      ['2023-11-01', 2024, 4, 2540],
      ['2024-02-01', 2025, 1, 400],
    ]);
    expect(rows).toHaveLength(6);
  });

  it('are the same in every question that has them', async () => {
    const yearly = (row: Record<string, unknown>) => row.period_type === 'yearly';
    const years = [
      ['2022-02-01', 1000],
      ['2023-02-01', 2540],
      ['2024-02-01', 400],
    ];
    expect(await usd('revenue_trends', ['period', 'revenue'], yearly)).toEqual(years);
    expect(await usd('jobs_by_time_period', ['period_date', 'revenue'], yearly)).toEqual(years);
    expect(await usd('job_volume_trends', ['period', 'revenue'], (row) => row.trend_type === 'yearly')).toEqual(years);
    expect(await usd('job_volume_trends', ['year'], (row) => row.trend_type === 'yearly')).toEqual([[2023], [2024], [2025]]);
    const quarters = await usd('revenue_trends', ['period'], (row) => row.period_type === 'quarterly');
    expect(quarters.map(([quarter]) => quarter)).toContain('2023-11-01');
    // J2 and J4 share a week from Sunday, January 14.
    expect(await usd('weekly_summary', ['week', 'total_revenue'], (row) => row.total_revenue !== 0)).toEqual([
      ['2023-01-08', 1000],
      ['2024-01-14', 2540],
      ['2024-02-25', 400],
    ]);
    const { rows } = await stage.ask('year_to_date', { as_of: '2024-03-15', currency: 'USD' });
    // The year 2025 began on February 1, 2024: J3; nothing in February and March 2023; J2 and J4 in the year before.
    expect(rows).toEqual([
      expect.objectContaining({
        fiscal_year: 2025,
        first_day: '2024-02-01',
        revenue: 400,
        last_year_revenue: 0,
        change_percent: null,
        last_year_whole_revenue: 2540,
      }),
    ]);
  });

  it('refuse what is no weekday or month', async () => {
    for (const wrong of [{ weekStart: 'someday' }, { weekStart: '8' }, { fiscalYearStart: '13' }, { fiscalYearStart: 'fall' }])
      await expect(set(wrong)).rejects.toMatchObject({
        code: 'business_setting',
        message: expect.stringMatching(/^Expected a (weekday|month) such as/),
      });
  });
});
