import { showCount, showMoney, showName, showPercent } from '../../ui/show-values.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { BarTable } from './BarTable.tsx';
import { numberIn, textIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

const ORDER = ['QUOTED', 'BOOKED', 'CLOSED', 'LOST', 'CANCELLED', ''];

/** Where jobs stand now. Only booked and closed ones are revenue. */
export function JobStatusTable({ overview }: { overview: Overview }) {
  const currency = overview.currency ?? 'USD';
  const answer = useAnswer('job_status_distribution', { ...overview.period, currency: overview.currency }, overview.currency !== undefined);
  return (
    <AnswerCard
      title="Where jobs stand"
      hint="Only booked and closed jobs are revenue."
      question="job_status_distribution"
      answer={answer}
      overview={overview}
      nothing="No job in this period."
    >
      {({ rows }) => (
        <BarTable
          caption="Jobs by status"
          rows={[...rows].sort(
            (one, other) => ORDER.indexOf(textIn(one, 'opportunity_status')) - ORDER.indexOf(textIn(other, 'opportunity_status')),
          )}
          keyOf={(row) => textIn(row, 'opportunity_status') + textIn(row, 'currency')}
          head="Status"
          label={(row) => showName(textIn(row, 'opportunity_status').toLowerCase() || 'no status')}
          measure={(row) => numberIn(row, 'job_count') ?? 0}
          columns={[
            { name: 'Jobs', show: (row) => showCount(numberIn(row, 'job_count')) },
            { name: 'Share', show: (row) => showPercent(numberIn(row, 'percentage_of_total')) },
            {
              name: `Worth, ${currency}`,
              show: (row) => (
                <span className={row.counts_as_revenue === true ? '' : 'text-muted'}>
                  {showMoney(numberIn(row, 'total_revenue'), currency)}
                </span>
              ),
            },
          ]}
        />
      )}
    </AnswerCard>
  );
}
