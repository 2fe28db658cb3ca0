/** Questions that no second opinion is given on, and why. */
export const NOT_JUDGED: Readonly<Record<string, string>> = {
  ...because('it asks about the import or the ledger, not about what is true of the mover', [
    'coverage_over_time',
    'merge_history_analysis',
    'merge_method_performance',
    'bookings_and_unbookings',
    'job_funnel_as_it_was',
  ]),
  ...because('it forecasts, compares with means of other rows or moves over months; what it starts from is judged in other questions', [
    'customer_growth_forecast',
    'demand_forecasting',
    'job_volume_forecast',
    'revenue_forecast_advanced',
    'revenue_forecast_trends',
    'trend_analysis',
    'time_period_benchmarks',
    'seasonal_capacity_planning',
  ]),
  ...because('it counts which of several spellings of a contact or address a customer kept, which is proved where customers are made', [
    'customer_data_completeness',
    'customer_geographic_distribution',
    'data_quality_metrics',
  ]),
  ...because('it lists rows with their contacts and links, which the truth test of the sample compares one by one', [
    'customer_complete_profile',
    'customer_lead_journey',
    'customer_relationship_summary',
    'lead_status_to_customer',
    'lead_to_customer_traceability',
    'lost_lead_to_customer',
  ]),
  ...because('the truth says why a row waits, not in which column; the truth test compares the reasons file by file', [
    'quarantine_by_reason',
  ]),
  ...because('it gives back a report as it came', ['user_call_performance']),
};

function because(reason: string, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, reason]));
}
