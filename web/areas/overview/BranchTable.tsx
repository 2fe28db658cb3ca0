import { showCount, showMoney, showPercent } from '../../ui/show-values.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { BarTable } from './BarTable.tsx';
import { numberIn, textIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

/** The branches side by side, in the currency that is chosen. */
export function BranchTable({ overview }: { overview: Overview }) {
  const currency = overview.currency ?? 'USD';
  const answer = useAnswer(
    'branch_performance_comparison',
    { ...overview.period, currency: overview.currency },
    overview.currency !== undefined,
  );
  return (
    <AnswerCard
      title="Branches"
      hint={`Those that work in ${currency}.`}
      question="branch_performance_comparison"
      answer={answer}
      overview={overview}
      nothing="No job in this period."
    >
      {({ rows }) => (
        <BarTable
          caption="Branches by revenue"
          rows={[...rows].sort((one, other) => (numberIn(other, 'total_revenue') ?? 0) - (numberIn(one, 'total_revenue') ?? 0))}
          keyOf={(row) => textIn(row, 'branch_id') + textIn(row, 'branch_name') + textIn(row, 'currency')}
          head="Branch"
          label={(row) => <span title={textIn(row, 'branch_name')}>{textIn(row, 'branch_name')}</span>}
          measure={(row) => numberIn(row, 'total_revenue') ?? 0}
          columns={[
            { name: 'Jobs', show: (row) => showCount(numberIn(row, 'total_jobs')) },
            { name: 'Booked or closed', show: (row) => showPercent(numberIn(row, 'booking_rate_percent')), isExtra: true },
            { name: 'Customers', show: (row) => showCount(numberIn(row, 'unique_customers')), isExtra: true },
            { name: `Mean job, ${currency}`, show: (row) => showMoney(numberIn(row, 'avg_job_value'), currency), isExtra: true },
            { name: `Revenue, ${currency}`, show: (row) => showMoney(numberIn(row, 'total_revenue'), currency) },
          ]}
        />
      )}
    </AnswerCard>
  );
}
