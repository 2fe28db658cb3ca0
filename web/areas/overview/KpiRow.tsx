import { counted, showCount, showMoney, showPercent } from '../../ui/show-values.ts';
import { KpiTile } from './KpiTile.tsx';
import { type Parameters, numberIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

/** The figures that matter first. Each is one question's answer, with its receipt. */
export function KpiRow({ overview }: { overview: Overview }) {
  const { currency, before } = overview;
  const now = useFigures({ ...overview.period, currency }, { ...overview.period }, true);
  const then = useFigures({ ...before, currency }, { ...before }, before !== undefined);
  const past = before === undefined ? undefined : then;
  const money = (value: number | null) => (currency === undefined ? '–' : showMoney(value, currency));
  return (
    <div className="grid grid-cols-2 gap-3 md:gap-4 lg:grid-cols-4">
      <KpiTile
        label={currency === undefined ? 'Revenue' : `Revenue, ${currency}`}
        figure={money(now.revenue)}
        note={now.jobs === null ? undefined : `${counted(now.jobs, 'booked or closed job')}`}
        value={now.revenue}
        past={past?.revenue}
        answer={now.statuses}
        onReceipt={() => overview.showReceipt('job_status_distribution')}
      />
      <KpiTile
        label="People who came to us"
        figure={showCount(now.people)}
        note={now.booked === null ? undefined : `${showCount(now.booked)} of them booked`}
        value={now.people}
        past={past?.people}
        answer={now.funnel}
        onReceipt={() => overview.showReceipt('lead_conversion_funnel')}
      />
      <KpiTile
        label="Became a finished job"
        figure={showPercent(now.converted)}
        note={now.closed === null || now.people === null ? undefined : `${showCount(now.closed)} of ${showCount(now.people)} people`}
        value={now.converted}
        past={past?.converted}
        isShare
        answer={now.funnel}
        onReceipt={() => overview.showReceipt('lead_conversion_funnel')}
      />
      <KpiTile
        label="Customers who came back"
        figure={showPercent(now.cameBack)}
        note={
          now.returning === null || now.customers === null
            ? undefined
            : `${showCount(now.returning)} of ${showCount(now.customers)} customers`
        }
        value={now.cameBack}
        past={past?.cameBack}
        isShare
        answer={now.retention}
        onReceipt={() => overview.showReceipt('customer_retention_rate')}
      />
    </div>
  );
}

function useFigures(money: Parameters, days: Parameters, isWanted: boolean) {
  const statuses = useAnswer('job_status_distribution', money, isWanted && money.currency !== undefined);
  const funnel = useAnswer('lead_conversion_funnel', days, isWanted);
  const retention = useAnswer('customer_retention_rate', days, isWanted);
  const [people] = funnel.data?.rows ?? [];
  const [customers] = retention.data?.rows ?? [];
  const counting = statuses.data?.rows.filter((row) => row.counts_as_revenue === true);
  return {
    statuses,
    funnel,
    retention,
    revenue: counting?.reduce((sum, row) => sum + (numberIn(row, 'total_revenue') ?? 0), 0) ?? null,
    jobs: counting?.reduce((sum, row) => sum + (numberIn(row, 'job_count') ?? 0), 0) ?? null,
    people: numberIn(people, 'total_leads'),
    booked: numberIn(people, 'total_booked'),
    closed: numberIn(people, 'total_closed'),
    converted: numberIn(people, 'overall_conversion_rate'),
    cameBack: numberIn(customers, 'came_back_rate_percent'),
    returning: numberIn(customers, 'customers_with_several_quotes'),
    customers: numberIn(customers, 'total_customers_with_jobs'),
  };
}
