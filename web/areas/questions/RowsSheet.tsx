import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted, showName } from '../../ui/show-values.ts';
import { type Figure, sayRule } from './figure.ts';
import { RowTable } from './RowTable.tsx';
import { headOf, showCell } from './show-cell.ts';
import { useRowsBehind } from './use-questions.ts';

interface RowsSheetProps {
  question: QuestionShape;
  answer: AnswerShape;
  figure: Figure | undefined;
  onClose: () => void;
}

/** The rows behind one figure, at the side: what each adds, whose it is, and in which file and line it stands. */
export function RowsSheet({ question, answer, figure, onClose }: RowsSheetProps) {
  const column = answer.columns.find(({ name }) => name === figure?.measure);
  return (
    <Dialog isOpen={figure !== undefined} onClose={onClose} title={column === undefined ? '' : headOf(column)} place="wide-side">
      {figure !== undefined && column !== undefined && <Behind question={question} answer={answer} figure={figure} column={column} />}
    </Dialog>
  );
}

function Behind({
  question,
  answer,
  figure,
  column,
}: {
  question: QuestionShape;
  answer: AnswerShape;
  figure: Figure;
  column: AnswerShape['columns'][number];
}) {
  const { timeZone } = useBusiness();
  const rows = useRowsBehind(question.id, answer.parameters, figure);
  if (rows.isPending) return <Skeleton lines={12} />;
  if (rows.isError) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />;
  const [first] = rows.data.pages;
  const shown = rows.data.pages.flatMap((page) => page.rows);
  const total = first?.rowCount ?? 0;
  const named = Object.entries(figure.where).filter(([, value]) => value !== null);
  return (
    <div className="figures space-y-4 text-sm">
      <p className="text-muted">
        {named.length === 0
          ? 'Over the whole answer'
          : named.map(([name, value]) => `${showName(name)} ${showKey(answer, name, value, timeZone)}`).join(' · ')}
      </p>
      <p className="text-2xl font-semibold">
        {showCell(first?.measure?.figure, column, { currency: figure.where.currency ?? onlyCurrency(answer), timeZone })}
      </p>
      <p>
        {sayRule(question.rows.measures[figure.measure] ?? '')} <span className="text-muted">{counted(total, 'row')} behind it.</span>
      </p>
      <RowTable rows={shown} />
      {rows.hasNextPage && (
        <div className="text-center">
          <Button onClick={() => void rows.fetchNextPage()} disabled={rows.isFetchingNextPage} className="max-md:h-11">
            Show more ({counted(total - shown.length, 'row')} left)
          </Button>
        </div>
      )}
    </div>
  );
}

function showKey(answer: AnswerShape, name: string, value: string | null, timeZone: string): string {
  const column = answer.columns.find((each) => each.name === name);
  return column === undefined ? (value ?? '–') : showCell(value, column, { timeZone });
}

/** The currency of a figure that is not told apart by currency: the answer's, when it has one only. */
function onlyCurrency(answer: AnswerShape): string | undefined {
  return answer.receipt.currency.length === 1 ? answer.receipt.currency[0] : undefined;
}
