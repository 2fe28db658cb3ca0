import { jobTable, withShare, without } from './figures.ts';
import { type Opinion, all, sold, table } from './tables-of-jobs.ts';

const CREW = 'total_crew_hours total_truck_hours';
const ROUTE = 'origin_city origin_state destination_city destination_state';

/** Where from and where to. */
export const OPINIONS_OF_PLACES: Record<string, Opinion> = {
  market_share_analysis: (facts) =>
    withShare(
      withShare(
        table(sold, `${ROUTE} currency`, 'total_jobs unique_customers total_revenue avg_job_value branches_serving=branches_worked')(facts),
        { column: 'market_share_jobs_percent', of: 'total_jobs', within: 'currency' },
      ),
      { column: 'market_share_revenue_percent', of: 'total_revenue', within: 'currency' },
    ),
  city_to_city_routes: table(
    all,
    `${ROUTE} currency`,
    'route_count=total_jobs booked_count=booked_jobs closed_count=closed_jobs total_revenue avg_job_value booking_rate_percent',
  ),
  job_geographic_routes: table(
    all,
    `${ROUTE} currency`,
    'route_count=total_jobs booked_count=booked_jobs closed_count=closed_jobs total_revenue avg_job_value booking_rate_percent',
  ),
  top_origin_cities: table(
    all,
    'origin_city origin_state currency',
    'job_count=total_jobs booked_jobs closed_jobs total_revenue avg_job_value unique_customers branches_serving=branches_worked',
  ),
  top_destination_cities: table(
    all,
    'destination_city destination_state currency',
    'job_count=total_jobs booked_jobs closed_jobs total_revenue avg_job_value unique_customers branches_serving=branches_worked',
  ),
  customer_origin_patterns: table(
    sold,
    'origin_city origin_state currency',
    'customer_count=unique_customers total_jobs total_revenue avg_job_value jobs_per_customer revenue_per_customer first_job_date last_job_date',
  ),
  customer_destination_patterns: table(
    sold,
    'destination_city destination_state currency',
    'customer_count=unique_customers total_jobs total_revenue avg_job_value jobs_per_customer revenue_per_customer origin_cities_count=origin_cities origin_states_count=origin_states',
  ),
  origin_destination_correlations: table(
    sold,
    `${ROUTE} route_type currency`,
    'customer_count=unique_customers total_jobs total_revenue avg_job_value jobs_per_customer',
  ),
  branch_geographic_coverage: table(
    sold,
    'branch_name currency',
    'origin_cities_served=origin_cities origin_states_served=origin_states destination_cities_served=destination_cities destination_states_served=destination_states total_jobs total_customers=unique_customers total_revenue revenue_per_job',
  ),
  geographic_coverage: ({ jobs }) =>
    (['origin', 'destination'] as const).flatMap((end) =>
      jobTable(
        jobs,
        [`${end}_state`, 'currency'],
        ['job_count=total_jobs', `cities_served=${end}_cities`, 'unique_customers', 'total_revenue'],
      ).map((row) => ({
        ...without([row], `${end}_state`)[0],
        state: row[`${end}_state`] ?? null,
        coverage_type: end === 'origin' ? 'Origin Coverage' : 'Destination Coverage',
      })),
    ),
  revenue_by_geographic_region: ({ jobs }) =>
    (['origin', 'destination'] as const).flatMap((end) =>
      jobTable(jobs, [`${end}_city`, `${end}_state`, 'currency'], ['job_count=total_jobs', 'total_revenue', 'avg_job_value']).map(
        (row) => ({
          ...without([row], `${end}_city`, `${end}_state`)[0],
          region_type: end,
          city: row[`${end}_city`] ?? null,
          state: row[`${end}_state`] ?? null,
        }),
      ),
    ),
  crew_truck_utilization_by_route: table(
    sold,
    'route_type job_type branch_name currency',
    `total_jobs ${CREW} avg_crew_per_job=avg_crew_size avg_trucks_per_job=avg_trucks total_revenue avg_job_value revenue_per_crew_hour revenue_per_truck_hour`,
  ),
  routing_efficiency: table(
    sold,
    `${ROUTE} branch_name route_type currency`,
    'route_frequency=total_jobs total_revenue avg_job_value avg_crew_size avg_trucks first_job_date last_job_date',
  ),
};
