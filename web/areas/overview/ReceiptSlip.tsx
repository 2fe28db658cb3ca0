import type { ReactNode } from 'react';
import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { useBusiness } from '../../app/business.ts';
import { counted, showCount, showInstant, showName, showPercent } from '../../ui/show-values.ts';

const PARAMETERS: Record<string, string> = { date_from: 'From', date_to: 'To before' };

/** How a figure came about, printed like a slip: definition, basis, what was counted and what was left out. */
export function ReceiptSlip({ question, answer }: { question: QuestionShape; answer: AnswerShape }) {
  const { timeZone } = useBusiness();
  const { receipt } = answer;
  const given = Object.entries(answer.parameters).filter(([, value]) => value !== null && value !== undefined);
  return (
    <div className="figures space-y-5 text-sm">
      <p>{receipt.definition}</p>
      <dl className="divide-y divide-dashed divide-line border-y border-dashed border-line">
        <Line name="Dated by">{receipt.dateBasis}</Line>
        <Line name="Time zone">{receipt.timeZone}</Line>
        <Line name="As of">{receipt.asOf.length > 10 ? showInstant(receipt.asOf, timeZone) : receipt.asOf}</Line>
        {receipt.currency.length > 0 && (
          <Line name="Currency">{receipt.currency.length > 1 ? `${receipt.currency.join(', ')}, each apart` : receipt.currency[0]}</Line>
        )}
        {given
          .filter(([name]) => !['currency', 'time_zone', 'as_of'].includes(name))
          .map(([name, value]) => (
            <Line key={name} name={PARAMETERS[name] ?? showName(name)}>
              {String(value)}
            </Line>
          ))}
      </dl>
      <section aria-label="Rows">
        <div className="flex justify-between gap-4 font-semibold">
          <span>Rows counted</span>
          <span>{showCount(receipt.rowsCounted)}</span>
        </div>
        <ul className="mt-2 space-y-1.5">
          {receipt.excluded.map((each) => (
            <li key={each.reason} className="flex justify-between gap-4 text-muted">
              <span>left out: {each.reason}</span>
              <span>{showCount(each.rows)}</span>
            </li>
          ))}
          {receipt.excluded.length === 0 && <li className="text-muted">Nothing was left out.</li>}
        </ul>
      </section>
      {receipt.linkCoverage.length > 0 && (
        <section aria-label="Link coverage">
          <h3 className="mb-2 font-semibold">Linked among them</h3>
          <ul className="space-y-1.5 text-muted">
            {receipt.linkCoverage.map((each) => (
              <li key={each.joint} className="flex justify-between gap-4">
                <span>{each.joint}</span>
                <span>
                  {showPercent(each.percent)} ({showCount(each.linked)} of {counted(each.total, 'row')})
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {question.caveats.length > 0 && (
        <section aria-label="To know">
          <h3 className="mb-1.5 font-semibold">To know</h3>
          <ul className="list-disc space-y-1.5 pl-4 text-muted">
            {question.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label="Ask again">
        <h3 className="mb-1.5 font-semibold">Ask again in a terminal</h3>
        <pre className="whitespace-pre-wrap break-words rounded-inner bg-sunken px-3 py-2 text-xs">{commandOf(answer, given)}</pre>
      </section>
      <details>
        <summary className="w-fit font-semibold text-accent">The SQL</summary>
        <pre className="mt-2 overflow-x-auto rounded-inner bg-sunken p-3 text-xs leading-5">{question.sql}</pre>
      </details>
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-6 py-2">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function commandOf(answer: AnswerShape, given: readonly [string, unknown][]): string {
  const parameters = given
    .map(([name, value]) => ` --param ${name}=${/^[\w./:-]+$/.test(String(value)) ? String(value) : `'${String(value)}'`}`)
    .join('');
  return `npx throughline query run ${answer.id}${parameters}`;
}
