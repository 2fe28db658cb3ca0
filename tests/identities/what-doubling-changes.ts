/** Beside which columns of which questions nothing may change when every row of a table has a twin; `list` = a row of the table is a row of the answer. */
interface Doubled {
  /** How the columns of its key are told apart. */
  twin: Record<string, string>;
  mayChange: Record<string, string>;
}

const ALL = { customer_lead_journey: 'list', quote_number_linkage: 'list', lead_to_customer_traceability: 'list' };

/**
 * Read column by column by hand: each of these counts rows of the doubled table, or is a share or a mean over
 * such a count. What jobs brought is in none of them.
 */
export const DOUBLED: Record<string, Doubled> = {
  'journey.jobs': {
    twin: { job_id: "job_id || ' twin'", is_duplicate: 'true' },
    mayChange: { duplicate_cost: 'list', duplicate_prevention_insights: 'list', job_duplicate_rate: 'list' },
  },
  'journey.lead_status': {
    twin: { quote_number: "quote_number || 'T'" },
    mayChange: {
      ...ALL,
      leads_to_call: 'list',
      lead_response_time: 'list',
      lead_status_to_customer: 'list',
      customer_acquisition_cost: 'total_leads jobs_per_lead revenue_per_lead cost_per_lead',
      customer_journey_analysis: 'total_leads',
      customer_complete_profile: 'lead_status_records total_lead_status_records',
      gender_conversion_rates: 'total_leads converted_leads',
      category_conversion_funnel: 'total_leads quoted_leads',
      lead_ageing: 'open_leads estimated_amount',
      lead_arrivals_by_hour: 'total_leads leads_with_a_time won_leads',
      lead_conversion_funnel:
        'total_leads total_quoted total_lost total_open lead_to_quote_rate quote_to_booking_rate overall_conversion_rate',
      lead_outcomes_by_month: 'total_leads quoted_leads won_leads lost_leads cancelled_leads bad_leads open_leads',
      lead_pool_as_it_was:
        'known_leads stood_open stood_booked stood_closed stood_cancelled stood_lost stood_bad ever_quoted ever_booked ever_booked_percent',
      lead_response_performance: 'total_leads converted_leads fast_response_leads slow_response_leads',
      lead_source_category_performance: 'total_leads bad_lead_rate loss_rate revenue_per_lead',
      lead_source_mix_by_month: 'total_leads won_leads previous_month_leads',
      lead_source_performance: 'total_leads quoted booked closed lost bad booking_rate_percent',
      lead_status_distribution: 'lead_count',
      optimal_response_time: 'total_leads converted_leads non_converted_leads',
      response_time_impact: 'total_leads converted_leads lost_leads bad_leads',
      speed_to_lead: 'total_leads leads_with_a_time p90_minutes',
      link_coverage: 'total linked unlinked missing linked_amount unlinked_amount missing_amount',
      module_relationship_matrix: 'source_count linked_count linkage_percentage',
      sales_person_specialization: 'total_leads',
      cost_efficiency_metrics: 'total_leads',
      marketing_return_by_category: 'leads good_leads cost_per_lead cost_per_good_lead',
      marketing_return_by_source: 'leads good_leads cost_per_lead cost_per_good_lead',
      marketing_spend_by_month: 'leads won_leads cost_per_lead cost_per_won_lead',
      roi_by_referral_source: 'total_leads revenue_per_lead cost_per_lead',
      referral_source_roi: 'total_leads revenue_per_lead cost_per_lead',
      sales_person_cross_module: 'total_leads_from_lead_status',
      sales_person_customer_analysis: 'lead_count',
      user_performance_cross_module: 'total_leads_handled',
    },
  },
  'journey.booked_opportunities': {
    twin: { quote_number: "quote_number || 'T'" },
    mayChange: {
      ...ALL,
      customer_bad_lead_analysis: 'booked_opportunity_count total_opportunity_value',
      customer_complete_profile: 'booked_opportunities total_booked_opportunities total_opportunity_revenue total_customer_value',
      customer_relationship_summary: 'booked_opportunity_count total_opportunity_value',
      category_conversion_funnel: 'booked_opportunities closed_opportunities',
      lead_source_category_performance: 'booked_opportunities opportunity_revenue',
      lead_status_distribution: 'lead_count',
      link_coverage: 'total linked unlinked missing linked_percent linked_amount unlinked_amount missing_amount',
      module_relationship_matrix: 'source_count target_count linked_count',
      sales_person_specialization: 'total_booked_opportunities',
      referral_source_roi: 'booked_opportunities',
      quoted_and_billed: 'opportunities with_both estimated_amount invoiced_amount difference_amount not_invoiced not_invoiced_amount',
      sales_person_cross_module: 'total_booked_opportunities booked_opportunities_with_customers total_opportunity_revenue',
      sales_person_customer_analysis: 'opportunity_count opportunity_revenue total_customer_value',
      user_performance_cross_module:
        'total_booked_opportunities booked_opportunities_with_customers total_opportunity_revenue opportunities_per_call_percent',
    },
  },
  'journey.lost_leads': {
    // The twin has no lead of its quote number, which it would take its branch, seller and source from: it is a further loss without them.
    twin: { quote_number: "quote_number || 'T'" },
    mayChange: {
      ...ALL,
      lost_leads_analysis: 'list',
      lost_lead_to_customer: 'list',
      loss_reason_analysis: 'list',
      loss_reasons_by_month: 'list',
      lost_reasons_by_sales_person: 'list',
      customer_complete_profile: 'lost_leads total_lost_leads',
      gender_conversion_rates: 'lost_leads',
      category_conversion_funnel: 'lost_leads',
      lead_source_category_performance: 'lost_leads loss_rate',
      lost_reason_by_price: 'lost_leads lost_value share_of_reason_percent',
      win_loss_by_reason: 'lost_count total_count lost_value avg_lost_value win_rate loss_rate',
      won_back_leads: 'lost_leads known_customers won_back_percent',
      link_coverage: 'total linked unlinked linked_percent linked_amount unlinked_amount',
      module_relationship_matrix: 'source_count target_count linked_count',
    },
  },
  'journey.bad_leads': {
    twin: { natural_key: "natural_key || ' twin'" },
    mayChange: {
      ...ALL,
      customer_bad_lead_analysis: 'list',
      customer_complete_profile: 'bad_leads total_bad_leads',
      customer_relationship_summary: 'bad_lead_count',
      gender_conversion_rates: 'bad_leads',
      bad_lead_reason_patterns: 'total_bad_leads',
      bad_leads_analysis: 'bad_lead_count',
      category_conversion_funnel: 'bad_leads',
      lead_conversion_funnel: 'total_leads total_lost lead_to_quote_rate overall_conversion_rate',
      lead_source_category_performance: 'bad_leads bad_lead_rate',
      lead_source_performance: 'total_leads bad',
      link_coverage: 'total linked unlinked missing',
      module_relationship_matrix: 'source_count target_count linked_count',
    },
  },
  'journey.sales_performance': {
    twin: { name: "name || ' twin'" },
    mayChange: {
      sales_person_performance: 'list',
      link_coverage: 'total linked unlinked linked_amount unlinked_amount missing missing_amount',
      sales_person_cross_module: 'sales_performance_name leads_received bad sent pending booked lost cancelled booked_total',
    },
  },
  'journey.user_performance': {
    twin: { name: "name || ' twin'" },
    mayChange: { user_call_performance: 'list', user_performance_cross_module: 'list', link_coverage: 'total linked unlinked missing' },
  },
  'journey.marketing_spend': {
    twin: { natural_key: "natural_key || ' twin'" },
    mayChange: {
      marketing_return_by_category:
        'spend cost_per_lead cost_per_good_lead cost_per_booking cost_per_new_customer revenue_per_unit_spent return_percent',
      marketing_return_by_source:
        'spend cost_per_lead cost_per_good_lead cost_per_booking cost_per_new_customer revenue_per_unit_spent return_percent',
      marketing_spend_by_month: 'spend cost_per_lead cost_per_won_lead previous_spend',
      customer_acquisition_cost: 'marketing_spend cost_per_lead acquisition_cost',
      roi_by_referral_source: 'marketing_spend cost_per_lead roi_percent',
      referral_source_roi: 'marketing_spend cost_per_lead roi_percent',
      cost_efficiency_metrics: 'marketing_spend cost_per_job cost_per_customer_acquisition',
    },
  },
  'journey.lead_source_spellings': { twin: { spelling: "spelling || ' twin'" }, mayChange: { spelling_variants: 'list' } },
  'journey.sales_person_spellings': { twin: { spelling: "spelling || ' twin'" }, mayChange: { spelling_variants: 'list' } },
  'journey.branch_spellings': { twin: { spelling: "spelling || ' twin'" }, mayChange: { spelling_variants: 'list' } },
  'journey.booking_events': { twin: {}, mayChange: { bookings_and_unbookings: 'events amount' } },
  'journey.status_changes': { twin: {}, mayChange: {} },
  'journey.integrity_check_history': { twin: {}, mayChange: { coverage_over_time: 'list' } },
  'customers.records': { twin: { natural_key: "natural_key || ' twin'" }, mayChange: {} },
  'import.files': { twin: { position: 'position + 1000' }, mayChange: { import_health: 'list', data_freshness: 'list' } },
  'import.quarantined_rows': { twin: {}, mayChange: { quarantine_by_reason: 'list' } },
};

/** What questions read beside these, and why it has no twins. */
export const WITHOUT_TWINS: Readonly<Record<string, string>> = {
  'tenancy.businesses': 'a second business stands beside the first in its own test',
  'tenancy.branches': 'a branch is named by rows; its name is a key',
  'customers.customers': 'an unrelated customer comes in a test of its own',
  'customers.households': 'its value is a key',
  'customers.household_members': 'who is in which household is its key',
  'customers.merges': 'a merge that happened twice is no twin but another merge; the sample has none',
  'customers.merge_history': 'a view of merges',
  'import.batches': 'its number is a key; files of it have twins',
  'journey.sales_persons': 'a name is a key',
  'journey.lead_sources': 'a name is a key',
};
