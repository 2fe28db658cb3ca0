import { useMemo, useState } from 'react';
import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { useBusiness } from '../../app/business.ts';
import { Card } from '../../ui/Card.tsx';
import { Chart } from '../../ui/Chart.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { counted, showDay, showName } from '../../ui/show-values.ts';
import { type ChartPoints, type Split, chartPoints, splitsOf } from './chart-points.ts';
import { type Drawing, drawAnswer, isLying } from './draw-answer.ts';
import { showCell } from './show-cell.ts';

/** The chart that the question's header names; nothing when the answer is a table. */
export function AnswerChart({ question, answer }: { question: QuestionShape; answer: AnswerShape }) {
  const splits = useMemo(() => splitsOf(question, answer), [question, answer]);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const points = useMemo(() => chartPoints(question, answer, splits, chosen), [question, answer, splits, chosen]);
  if (points === undefined) return null;
  const currencySplit = splits.find((split) => split.column === 'currency');
  const currency = chosen.currency ?? currencySplit?.values[0] ?? answer.receipt.currency[0] ?? '';
  return (
    <Card
      title={showName(isOfOneMeasure(question) ? points.measure.name : question.id)}
      aside={<Splits splits={splits} chosen={chosen} onChoose={setChosen} />}
    >
      {question.chart.type === 'tile' ? (
        <Tiles question={question} answer={answer} points={points} currency={currency} />
      ) : (
        <Drawn question={question} answer={answer} points={points} currency={currency} />
      )}
    </Card>
  );
}

function Splits({
  splits,
  chosen,
  onChoose,
}: {
  splits: readonly Split[];
  chosen: Record<string, string>;
  onChoose: (chosen: Record<string, string>) => void;
}) {
  return (
    <div className="flex min-w-0 flex-wrap justify-end gap-2">
      {splits.map(({ column, values }) => {
        const value = chosen[column] ?? values[0] ?? '';
        const choose = (next: string): void => onChoose({ ...chosen, [column]: next });
        const choices = values.map((each) => ({ value: each, text: column === 'currency' ? each : showName(each) || '(none)' }));
        if (choices.length <= 4 && choices.every((choice) => choice.text.length < 14))
          return <Switch key={column} label={showName(column)} value={value} choices={choices} onChoose={choose} />;
        return (
          <select
            key={column}
            aria-label={showName(column)}
            value={value}
            onChange={(event) => choose(event.target.value)}
            className="h-8 max-w-48 rounded-inner border border-line bg-card px-2 text-sm max-md:h-11"
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.text}
              </option>
            ))}
          </select>
        );
      })}
    </div>
  );
}

/** A chart of one column bears its name; one of several, that of the question. */
function isOfOneMeasure({ chart }: QuestionShape): boolean {
  return chart.type !== 'tile' && chart.y.length === 1;
}

interface Shown {
  question: QuestionShape;
  answer: AnswerShape;
  points: ChartPoints;
  currency: string;
}

function Drawn({ question, answer, points, currency }: Shown) {
  const { timeZone } = useBusiness();
  const { receipt } = answer;
  const drawing: Drawing = useMemo(() => {
    const type = question.chart.type === 'line' || question.chart.type === 'funnel' ? question.chart.type : 'bar';
    const x = answer.columns.find((column) => column.name === question.chart.x);
    return { points, type, currency, labels: points.categories.map((category) => labelOf(category, x, timeZone)) };
  }, [question, answer, points, currency, timeZone]);
  const option = useMemo(() => drawAnswer(drawing), [drawing]);
  const height = isLying(drawing) ? Math.max(160, 40 + drawing.labels.length * (10 + 18 * points.series.length)) : 300;
  return (
    <>
      <div style={{ height }}>
        <Chart
          option={option}
          label={`Chart of ${counted(points.categories.length, 'point')}; the table below has the figures.`}
          className="h-full w-full"
        />
      </div>
      <p className="mt-2 text-xs text-muted">
        {[
          points.measure.type === 'money' && currency !== '' ? `In ${currency}` : points.measure.unit,
          `by ${receipt.dateBasis}`,
          receipt.timeZone,
          `as of ${receipt.asOf.slice(0, 10)}`,
          ...points.leftOut,
        ]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </p>
    </>
  );
}

function Tiles({ question, answer, points, currency }: Shown) {
  const { timeZone } = useBusiness();
  const [series] = points.series;
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4">
      {points.categories.map((name, index) => {
        const column = answer.columns.find((candidate) => candidate.name === name);
        const meaning = question.columns.find((candidate) => candidate.name === name)?.meaning;
        return column === undefined ? null : (
          <div key={name} title={meaning}>
            <dt className="text-xs font-medium text-muted">{showName(name)}</dt>
            <dd className="figures text-figure font-semibold leading-tight">
              {showCell(series?.values[index] ?? null, column, { currency, timeZone })}
              {column.type === 'percent' ? ' %' : ''}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function labelOf(category: string, column: AnswerShape['columns'][number] | undefined, timeZone: string): string {
  if (column === undefined) return showName(category);
  if (column.type === 'date') return /-01$/.test(category) ? showDay(category, 'month') : showDay(category);
  return category === '' ? '(none)' : showCell(column.type === 'integer' ? Number(category) : category, column, { timeZone });
}
