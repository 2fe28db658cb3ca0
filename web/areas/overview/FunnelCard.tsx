import { Bar } from '../../ui/Bar.tsx';
import { showCount, showPercent } from '../../ui/show-values.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { numberIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

const STAGES = [
  { column: 'total_leads', name: 'Came to us', rate: undefined },
  { column: 'total_quoted', name: 'Got a quote', rate: 'lead_to_quote_rate' },
  { column: 'total_booked', name: 'Booked', rate: 'quote_to_booking_rate' },
  { column: 'total_closed', name: 'Job finished', rate: 'booking_to_closed_rate' },
] as const;

/** Every person once, at the furthest stage they reached. */
export function FunnelCard({ overview }: { overview: Overview }) {
  const answer = useAnswer('lead_conversion_funnel', { ...overview.period });
  return (
    <AnswerCard
      title="From lead to finished job"
      hint="Every person once, at the furthest stage they reached."
      question="lead_conversion_funnel"
      answer={answer}
      overview={overview}
      nothing="Nobody came in this period."
    >
      {({ rows: [row] }) => {
        const all = numberIn(row, 'total_leads') ?? 0;
        return (
          <>
            <ol className="space-y-3.5">
              {STAGES.map((stage) => {
                const people = numberIn(row, stage.column) ?? 0;
                return (
                  <li key={stage.column} className="figures">
                    <div className="mb-1.5 flex items-baseline justify-between gap-3">
                      <span>{stage.name}</span>
                      <span>
                        {stage.rate !== undefined && (
                          <span className="mr-3 text-sm text-muted">{showPercent(numberIn(row, stage.rate))} of those before</span>
                        )}
                        <strong className="font-semibold">{showCount(people)}</strong>
                      </span>
                    </div>
                    <Bar share={all === 0 ? 0 : people / all} />
                  </li>
                );
              })}
            </ol>
            <dl className="figures mt-4 flex flex-wrap gap-x-8 gap-y-2 border-t border-line pt-3 text-sm">
              <Side name="Lost or bad, never booked" people={numberIn(row, 'total_lost')} />
              <Side name="Still open" people={numberIn(row, 'total_open')} />
              <div className="flex gap-2">
                <dt className="text-muted">Finished of all</dt>
                <dd className="font-medium">{showPercent(numberIn(row, 'overall_conversion_rate'))}</dd>
              </div>
            </dl>
          </>
        );
      }}
    </AnswerCard>
  );
}

function Side({ name, people }: { name: string; people: number | null }) {
  return (
    <div className="flex gap-2">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{showCount(people)}</dd>
    </div>
  );
}
