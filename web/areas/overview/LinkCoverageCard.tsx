import { Bar } from '../../ui/Bar.tsx';
import { showCount, showMoney, showPercent } from '../../ui/show-values.ts';
import { AnswerCard } from './AnswerCard.tsx';
import { numberIn, textIn, useAnswer } from './use-answer.ts';
import type { Overview } from './use-overview.ts';

/** How much of the journey hangs together, and how much money hangs on links that are missing. */
export function LinkCoverageCard({ overview }: { overview: Overview }) {
  const currency = overview.currency ?? 'USD';
  const answer = useAnswer('link_coverage', { currency: overview.currency }, overview.currency !== undefined);
  const money = (row: Record<string, unknown>, column: string) => showMoney(numberIn(row, column), currency);
  return (
    <AnswerCard
      title="What is linked"
      hint={`Each joint of the journey, in ${currency}: rows and money that are linked, and those whose status calls for a link that is missing. All time.`}
      question="link_coverage"
      answer={answer}
      overview={overview}
      nothing="Nothing to link yet."
    >
      {({ rows }) => (
        <table className="w-full table-fixed text-sm">
          <caption className="sr-only">Link coverage by joint</caption>
          <thead className="text-right text-xs text-muted">
            <tr className="h-8 border-b border-line *:pl-2 *:font-medium">
              <th scope="col" className="w-[36%] !pl-0 text-left">
                Joint
              </th>
              <th scope="col">Linked</th>
              <th scope="col" className="max-md:hidden">
                Rows linked
              </th>
              <th scope="col" className="max-md:hidden">
                Money linked
              </th>
              <th scope="col">Money not linked</th>
              <th scope="col">Missing</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const missing = numberIn(row, 'missing') ?? 0;
              const percent = numberIn(row, 'linked_percent');
              return (
                <tr key={textIn(row, 'joint') + textIn(row, 'currency')} className="border-b border-line text-right last:border-0 *:pl-2">
                  <th scope="row" className="py-2 pr-3 !pl-0 text-left font-normal">
                    <span className="mb-1.5 block">{textIn(row, 'joint')}</span>
                    <Bar share={(percent ?? 0) / 100} tone={missing > 0 ? 'bg-chart-3' : 'bg-chart-1'} />
                  </th>
                  <td className="font-medium">{showPercent(percent)}</td>
                  <td className="max-md:hidden">
                    {showCount(numberIn(row, 'linked'))} <span className="text-muted">of {showCount(numberIn(row, 'total'))}</span>
                  </td>
                  <td className="max-md:hidden">{money(row, 'linked_amount')}</td>
                  <td>{money(row, 'unlinked_amount')}</td>
                  <td>
                    {missing === 0 ? (
                      <span className="text-good">none</span>
                    ) : (
                      <Missing rows={missing} amount={numberIn(row, 'missing_amount')} currency={currency} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </AnswerCard>
  );
}

function Missing({ rows, amount, currency }: { rows: number; amount: number | null; currency: string }) {
  return (
    <span className="text-watch">
      {showCount(rows)}
      {amount !== null && amount > 0 && <span className="block text-xs">{showMoney(amount, currency)}</span>}
    </span>
  );
}
