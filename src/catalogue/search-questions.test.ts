import { describe, expect, it } from 'vitest';
import { ownQuestions } from './question-folders.ts';
import { findQuestions } from './reading/find-questions.ts';
import { searchQuestions } from './search-questions.ts';

const questions = findQuestions([ownQuestions]);
const firstThree = (words: string): string[] =>
  searchQuestions(questions, words)
    .slice(0, 3)
    .map(({ id }) => id);

/** What an owner types, and the question that must be among the first three. */
const TYPED: readonly (readonly [words: string, id: string])[] = [
  ['churn', 'customer_churn_prediction'],
  ['customers at risk', 'customer_churn_prediction'],
  ['who should we win back', 'customers_to_win_back'],
  ['revenue by rep', 'revenue_by_sales_person'],
  ['money per salesperson', 'revenue_by_sales_person'],
  ['best sales people', 'sales_leaderboard'],
  ['close rate', 'true_conversion'],
  ['conversion', 'true_conversion'],
  ['no-shows', 'cancellation_rate'],
  ['cancelations', 'job_cancellation_analysis'],
  ['CAC', 'customer_acquisition_cost'],
  ['LTV', 'customer_lifetime_value'],
  ['MoM', 'monthly_metrics_summary'],
  ['YoY growth', 'year_over_year_growth'],
  ['ytd', 'year_to_date'],
  ['best lead sources', 'lead_source_performance'],
  ['estimates vs actual', 'job_estimated_vs_actual_cost'],
  ['estimate accuracy', 'estimate_accuracy'],
  ['how fast do we call leads', 'speed_to_lead'],
  ['repeat buyers', 'repeat_customers'],
  ['why do we lose', 'loss_reason_analysis'],
  ['loss reasons', 'loss_reason_analysis'],
  ['busy weekdays', 'weekday_load'],
  ['busy season', 'seasonal_job_patterns'],
  ['pipeline value', 'pipeline_worth'],
  ['unbilled', 'unbilled_jobs'],
  ['revenue forcast', 'revenue_forecast_trends'],
  ['customer retension', 'customer_retention_rate'],
  ['top cities', 'top_origin_cities'],
  ['routes', 'city_to_city_routes'],
  ['ad spend per month', 'marketing_spend_by_month'],
  ['referral roi', 'referral_source_roi'],
  ['duplicate jobs', 'job_duplicate_rate'],
  ['average ticket', 'average_job_value'],
  ['how full are the next days', 'capacity_by_day'],
  ['leads to phone', 'leads_to_call'],
  ['quotes to follow up', 'open_quotes_to_chase'],
  ['reviews', 'job_ratings'],
  ['compare branches', 'branch_performance_comparison'],
  ['sales funnel', 'lead_conversion_funnel'],
  ['truck utilisation', 'job_crew_truck_utilization'],
  ['junk leads', 'bad_leads_analysis'],
  ['biggest customers', 'customer_segmentation_by_value'],
];

describe('query search understands an owner', () => {
  it.each(TYPED)('%s → %s', (words, id) => {
    expect(firstThree(words)).toContain(id);
  });

  it('and finds nothing where nothing is asked for or known', () => {
    expect(searchQuestions(questions, 'how do we')).toEqual([]);
    expect(searchQuestions(questions, 'zebra xylophone')).toEqual([]);
  });

  it('every id finds its own question first', () => {
    expect(questions.filter(({ id }) => firstThree(id)[0] !== id).map(({ id }) => id)).toEqual([]);
  });
});
