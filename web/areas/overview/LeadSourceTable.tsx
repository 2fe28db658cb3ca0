import { useState } from 'react';
import { showCount, showMoney, showPercent } from '../../ui/show-values.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { BarTable } from './BarTable.tsx';
import { numberIn, textIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

const FIRST_ROWS = 12;

/** Where leads come from, and what they bring. */
export function LeadSourceTable({ overview }: { overview: Overview }) {
  const currency = overview.currency ?? 'USD';
  const [isWhole, setWhole] = useState(false);
  const answer = useAnswer('lead_source_performance', { ...overview.period, currency: overview.currency }, overview.currency !== undefined);
  return (
    <AnswerCard
      title="Lead sources"
      hint="Where leads come from, and the revenue of their jobs."
      question="lead_source_performance"
      answer={answer}
      overview={overview}
      nothing="No lead in this period."
    >
      {({ rows }) => {
        const sorted = [...rows].sort(
          (one, other) =>
            (numberIn(other, 'total_revenue') ?? 0) - (numberIn(one, 'total_revenue') ?? 0) ||
            (numberIn(other, 'total_leads') ?? 0) - (numberIn(one, 'total_leads') ?? 0),
        );
        return (
          <>
            <BarTable
              caption="Lead sources by revenue"
              rows={isWhole ? sorted : sorted.slice(0, FIRST_ROWS)}
              keyOf={(row) => textIn(row, 'referral_source') + textIn(row, 'currency')}
              head="Source"
              label={(row) => (
                <>
                  {textIn(row, 'referral_source')} <span className="text-xs text-muted">{textIn(row, 'category')}</span>
                </>
              )}
              measure={(row) => numberIn(row, 'total_revenue') ?? 0}
              columns={[
                { name: 'Leads', show: (row) => showCount(numberIn(row, 'total_leads')) },
                { name: 'Booked', show: (row) => showPercent(numberIn(row, 'booking_rate_percent')) },
                { name: `Revenue, ${currency}`, show: (row) => showMoney(numberIn(row, 'total_revenue'), currency) },
              ]}
            />
            {sorted.length > FIRST_ROWS && (
              <button type="button" onClick={() => setWhole(!isWhole)} className="mt-2 text-sm text-accent">
                {isWhole ? 'Show fewer' : `Show all ${sorted.length}`}
              </button>
            )}
          </>
        );
      }}
    </AnswerCard>
  );
}
