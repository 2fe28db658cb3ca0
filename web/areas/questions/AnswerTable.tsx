import { useState } from 'react';
import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { counted } from '../../ui/show-values.ts';
import { type Figure, figureIn } from './figure.ts';
import { RowsSheet } from './RowsSheet.tsx';
import { headOf, isNumeric, showCell, unitOf } from './show-cell.ts';

/** Rows drawn at first: more would take longer to lay out than to read. */
const AT_FIRST = 50;

/** The answer as it stands: numbers to the right, units in the head, what a column means on its name. A figure opens the rows behind it. */
export function AnswerTable({ question, answer }: { question: QuestionShape; answer: AnswerShape }) {
  const { timeZone } = useBusiness();
  const [shown, setShown] = useState(AT_FIRST);
  const [opened, setOpened] = useState<Figure>();
  const meanings = new Map(question.columns.map((column) => [column.name, column.meaning]));
  // Ids are for programs: they are in every file, and on the screen only in the way.
  const columns = answer.columns.filter((column) => column.type !== 'uuid');
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <section aria-label="Rows of the answer" tabIndex={0} className="-mx-4 overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{question.question}</caption>
          <thead className="text-xs text-muted">
            <tr className="border-b border-line *:px-4 *:py-2 *:align-bottom *:font-medium">
              {columns.map((column) => (
                <th
                  key={column.name}
                  scope="col"
                  title={meanings.get(column.name)}
                  className={isNumeric(column) ? 'text-right' : 'text-left'}
                >
                  {headOf(column)}
                  {unitOf(column) !== '' && <span className="font-normal">, {unitOf(column)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.slice(0, shown).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no key of their own and never move.
              <tr key={index} className="h-9 border-b border-line last:border-0 hover:bg-sunken *:px-4">
                {columns.map((column) => {
                  const text = showCell(row[column.name], column, { currency: row.currency, timeZone });
                  const figure = figureIn(question, row, column.name);
                  return (
                    <td
                      key={column.name}
                      title={text.length > 40 ? text : undefined}
                      className={isNumeric(column) ? 'whitespace-nowrap text-right' : 'max-w-72 truncate'}
                    >
                      {figure === undefined ? (
                        text
                      ) : (
                        <button
                          type="button"
                          title="The rows behind it"
                          onClick={() => setOpened(figure)}
                          className="decoration-line-strong decoration-dotted underline-offset-4 hover:text-accent hover:underline"
                        >
                          {text}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <RowsSheet question={question} answer={answer} figure={opened} onClose={() => setOpened(undefined)} />
      {answer.rows.length > shown && (
        <div className="mt-3 text-center">
          <Button onClick={() => setShown((before) => before + 400)} className="max-md:h-11">
            Show more ({counted(answer.rows.length - shown, 'row')} left)
          </Button>
        </div>
      )}
    </>
  );
}
