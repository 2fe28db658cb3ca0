import { useMemo } from 'react';
import { Chart } from '../../ui/Chart.tsx';
import { counted, showCount, showDay, showMoney } from '../../ui/show-values.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { drawRevenue, type MonthOfRevenue } from './draw-revenue.ts';
import { numberIn, textIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

/** Revenue month by month: what is closed, and on top of it what is booked and still to come. */
export function RevenueCard({ overview }: { overview: Overview }) {
  const { currency, period } = overview;
  const answer = useAnswer('revenue_trends', { ...period, currency }, currency !== undefined);
  const months = useMemo(() => monthsOf(answer.data?.rows ?? []), [answer.data]);
  const shownCurrency = currency ?? 'USD';
  const option = useMemo(() => drawRevenue(months, shownCurrency), [months, shownCurrency]);
  return (
    <AnswerCard
      title="Revenue by month"
      hint={
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <Key tone="bg-chart-1" name="closed jobs" />
          <Key tone="bg-chart-2" name="booked, still to come" />
        </span>
      }
      question="revenue_trends"
      answer={answer}
      overview={overview}
      nothing="No booked or closed job in this period."
      lines={9}
    >
      {({ receipt }) => (
        <>
          <Chart
            option={option}
            label={`Bar chart of revenue over ${counted(months.length, 'month')}; the table below has the figures.`}
            className="h-64 w-full"
          />
          <p className="mt-1 text-xs text-muted">
            By {receipt.dateBasis}, in {shownCurrency}. {counted(receipt.rowsCounted, 'job')} counted.
          </p>
          <MonthTable months={months} currency={shownCurrency} />
        </>
      )}
    </AnswerCard>
  );
}

function Key({ tone, name }: { tone: string; name: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 rounded-[3px] ${tone}`} />
      {name}
    </span>
  );
}

function MonthTable({ months, currency }: { months: readonly MonthOfRevenue[]; currency: string }) {
  return (
    <details className="mt-3">
      <summary className="w-fit text-sm text-accent">Show as a table</summary>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="text-right text-xs text-muted">
            <tr className="h-8 border-b border-line *:font-medium">
              <th scope="col" className="text-left">
                Month
              </th>
              <th scope="col">Jobs</th>
              <th scope="col">Closed, {currency}</th>
              <th scope="col">Booked, {currency}</th>
              <th scope="col">Revenue, {currency}</th>
            </tr>
          </thead>
          <tbody>
            {[...months].reverse().map((month) => (
              <tr key={month.day} className="h-8 border-b border-line text-right last:border-0">
                <th scope="row" className="text-left font-normal">
                  {showDay(month.day, 'month')}
                </th>
                <td>{showCount(month.jobs)}</td>
                <td>{showMoney(month.closed, currency)}</td>
                <td>{showMoney(month.booked, currency)}</td>
                <td>{showMoney(month.revenue, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function monthsOf(rows: readonly Record<string, unknown>[]): MonthOfRevenue[] {
  return rows
    .filter((row) => row.period_type === 'monthly')
    .map((row) => ({
      day: textIn(row, 'period'),
      jobs: numberIn(row, 'job_count') ?? 0,
      closed: numberIn(row, 'closed_revenue') ?? 0,
      booked: numberIn(row, 'booked_revenue') ?? 0,
      revenue: numberIn(row, 'revenue') ?? 0,
    }))
    .sort((one, other) => one.day.localeCompare(other.day));
}
