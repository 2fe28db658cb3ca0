import { describe, expect, it } from 'vitest';
import { modules } from '../app.ts';
import { foldersOf } from './question-folders.ts';
import type { Question } from './question.ts';
import { findQuestions } from './reading/find-questions.ts';

const questions = findQuestions(foldersOf(modules));

/** What every question can be narrowed by, unless an exception says why not. */
const COMMON = ['date_from', 'date_to', 'branch', 'sales_person', 'lead_source', 'status', 'currency'] as const;

/** Each line: why these parameters make no sense in these questions. */
const EXCEPTIONS: readonly [reason: string, parameters: readonly string[], ids: readonly string[]][] = [
  [
    'compares statuses with each other, so one alone answers nothing',
    ['status'],
    [
      'bottleneck_identification',
      'category_conversion_funnel',
      'competitive_metrics',
      'cost_efficiency_metrics',
      'customer_acquisition_cost',
      'gender_conversion_rates',
      'job_conversion_rates',
      'job_duplicate_rate',
      'job_funnel_as_it_was',
      'job_status_distribution',
      'lead_conversion_funnel',
      'lead_response_performance',
      'lead_source_category_performance',
      'lead_source_performance',
      'lead_status_distribution',
      'optimal_response_time',
      'referral_source_roi',
      'response_time_impact',
      'revenue_by_job_status',
      'roi_by_referral_source',
      'sales_person_cross_module',
      'sales_person_specialization',
      'true_conversion',
      'user_performance_cross_module',
      'win_loss_by_reason',
      'cancellation_rate',
      'lead_outcomes_by_month',
      'lead_pool_as_it_was',
      'marketing_return_by_category',
      'marketing_return_by_source',
      'marketing_spend_by_month',
      'pipeline_worth',
      'win_rate_by_price_band',
    ],
  ],
  [
    'its rows have one status, or none that could be chosen',
    ['status'],
    [
      'bad_lead_reason_patterns',
      'bad_leads_analysis',
      'bookings_and_unbookings',
      'customer_bad_lead_analysis',
      'duplicate_prevention_insights',
      'job_cancellation_analysis',
      'lead_ageing',
      'loss_reason_analysis',
      'lost_lead_to_customer',
      'lost_leads_analysis',
      'lost_reason_by_price',
      'revenue_attribution',
      'booked_backlog',
      'leads_to_call',
      'loss_reasons_by_month',
      'lost_reasons_by_sales_person',
      'open_quotes_by_age',
      'open_quotes_to_chase',
      'overdue_bookings',
      'won_back_leads',
    ],
  ],
  [
    'foretells from booked and closed jobs together, from the first month on to the day that counts as today',
    ['status', 'date_from', 'date_to'],
    ['customer_growth_forecast', 'demand_forecasting', 'job_volume_forecast', 'revenue_forecast_advanced', 'revenue_forecast_trends'],
  ],
  [
    'looks back from the day that counts as today (as_of)',
    ['date_from', 'date_to'],
    [
      'bottleneck_identification',
      'capacity_by_day',
      'customer_churn_prediction',
      'customer_lifetime_value_forecast',
      'customer_segmentation_advanced',
      'job_funnel_as_it_was',
      'lead_ageing',
      'time_period_benchmarks',
      'booked_backlog',
      'customers_to_win_back',
      'lead_pool_as_it_was',
      'leads_to_call',
      'open_quotes_by_age',
      'open_quotes_to_chase',
      'overdue_bookings',
      'pipeline_worth',
      'year_to_date',
    ],
  ],
  [
    'ages are counted from the first job or lead, which a window would cut off',
    ['date_from', 'date_to'],
    [
      'cohort_revenue_analysis',
      'customer_acquisition_cohorts',
      'customer_acquisition_timeline',
      'retention_cohort_analysis',
      'rolling_window_jobs',
      'sales_person_ramp',
      'referral_chains',
      'repeat_chains',
    ],
  ],
  [
    'a customer whole: what belongs to them is shown with its own branch, seller, source and day',
    COMMON,
    [
      'customer_complete_profile',
      'customer_journey_analysis',
      'customer_lead_journey',
      'customer_relationship_summary',
      'household_value',
      'sales_person_customer_analysis',
    ],
  ],
  [
    'customers have no branch, seller or currency of their own',
    ['branch', 'sales_person', 'lead_source', 'status', 'currency'],
    ['customer_data_completeness', 'customer_geographic_distribution', 'data_quality_metrics'],
  ],
  [
    'counts customers or rows, no money',
    ['currency'],
    ['customer_retention_rate', 'job_data_completeness', 'job_duplicate_rate', 'duplicate_prevention_insights'],
  ],
  [
    'says how far customers and rows are known, not how a seller or source does',
    ['sales_person', 'lead_source', 'status'],
    ['customer_retention_rate', 'job_data_completeness'],
  ],
  [
    'bad leads name neither branch, seller nor currency',
    ['branch', 'sales_person', 'lead_source', 'currency'],
    [
      'bad_lead_reason_patterns',
      'bad_leads_analysis',
      'category_conversion_funnel',
      'customer_bad_lead_analysis',
      'gender_conversion_rates',
      'lead_conversion_funnel',
      'lead_source_category_performance',
      'lead_to_customer_traceability',
    ],
  ],
  ['statuses of all tables side by side', ['branch', 'sales_person', 'lead_source'], ['lead_status_distribution']],
  ['a lead keeps its outcome beside it, whatever it was', ['status'], ['lead_to_customer_traceability']],
  ['a booking event names its quote and nothing else', ['branch', 'sales_person', 'lead_source', 'currency'], ['bookings_and_unbookings']],
  [
    'compares all people with each other, over all branches',
    ['branch', 'sales_person', 'lead_source', 'status'],
    ['sales_person_cross_module', 'sales_person_specialization', 'user_performance_cross_module'],
  ],
  ['lays the same jobs by three days side by side', ['date_from', 'date_to'], ['revenue_by_date_basis']],
  ['follows customers from one source to the next', ['lead_source'], ['referral_chains', 'repeat_chains']],
  [
    'money spent on marketing is no sales person’s',
    ['sales_person'],
    ['marketing_return_by_category', 'marketing_return_by_source', 'marketing_spend_by_month'],
  ],
  ['the report of the CRM or telephone system is one snapshot', COMMON, ['sales_person_performance', 'user_call_performance']],
  [
    'measures the data itself: every row counts as it stands',
    COMMON,
    [
      'import_health',
      'link_coverage',
      'merge_history_analysis',
      'merge_method_performance',
      'module_relationship_matrix',
      'quote_number_linkage',
      'coverage_over_time',
      'data_freshness',
      'quarantine_by_reason',
      'spelling_variants',
    ],
  ],
];

/** Rows that grow with the business: they need a limit. */
const GROWS = /one row per (customer|job|bad lead|lost lead|lead(?! source)|quote|route|city|household|imported file|open)/;

const excused = (id: string, parameter: string) =>
  EXCEPTIONS.some(([, parameters, ids]) => parameters.includes(parameter) && ids.includes(id));
const takes = (question: Question, name: string) => question.parameters.some((parameter) => parameter.name === name);

describe('parameters', () => {
  it.each(questions.map((question) => [question.id, question] as const))('%s takes all that make sense', (id, question) => {
    expect(COMMON.filter((name) => !takes(question, name) && !excused(id, name))).toEqual([]);
  });

  it('every exception is of a question that is there and lacks one of them', () => {
    const stale = EXCEPTIONS.flatMap(([, parameters, ids]) =>
      ids.filter((id) => !questions.some((question) => question.id === id && parameters.some((name) => !takes(question, name)))),
    );
    expect(stale).toEqual([]);
  });

  it('a question whose rows grow with the business takes a limit', () => {
    const unlimited = questions.filter((question) => GROWS.test(question.grain) && !takes(question, 'limit'));
    expect(unlimited.map(({ id, grain }) => `${id}: ${grain}`)).toEqual([]);
  });

  it('no question asks the clock: today is as_of', () => {
    expect(
      questions.filter(({ sql }) => /\b(now\(\)|current_date|current_timestamp|clock_timestamp)/i.test(sql)).map(({ id }) => id),
    ).toEqual([]);
  });

  it('an instant becomes a day in the zone asked for or in that of its branch', () => {
    const zones = questions.flatMap(({ id, sql }) => [...sql.matchAll(/at time zone ([:\w.]+)/g)].map(([, zone]) => ({ id, zone })));
    expect(zones.filter(({ zone }) => !/^(:time_zone|(\w+\.)?time_zone)$/.test(zone ?? ''))).toEqual([]);
  });

  it('days are half-open: from the first on, up to the day after the last', () => {
    const closed = questions.filter(({ sql }) => />\s*:date_from|<=\s*:date_to/.test(sql));
    expect(closed.map(({ id }) => id)).toEqual([]);
  });
});
