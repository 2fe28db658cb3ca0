import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { Card } from '../../ui/Card.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted, showName } from '../../ui/show-values.ts';
import { ReceiptSlip } from '../overview/ReceiptSlip.tsx';
import { AnswerChart } from './AnswerChart.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { Downloads } from './Downloads.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import { useQuestion, useQuestionAnswer } from './use-questions.ts';

/** One question: its parameters, the answer as chart and table, its receipt, and the answer as a file. */
export function QuestionPage() {
  const { questionId } = useParams({ from: '/questions/$questionId' });
  const question = useQuestion(questionId);
  return (
    <>
      <Link to="/questions" className="mb-2 inline-flex items-center gap-1 text-sm text-accent max-md:min-h-11">
        <Icon name="arrow" className="size-4 rotate-180" />
        All questions
      </Link>
      {question.isPending && <Skeleton lines={10} />}
      {question.isError && <Failure error={question.error} onRetry={() => void question.refetch()} />}
      {question.isSuccess && <Asked question={question.data} />}
    </>
  );
}

function Asked({ question }: { question: QuestionShape }) {
  const search = useSearch({ from: '/questions/$questionId' });
  const navigate = useNavigate({ from: '/questions/$questionId' });
  const known = new Set(question.parameters.map((parameter) => parameter.name));
  const parameters = Object.fromEntries(Object.entries(search).filter(([name]) => known.has(name)));
  const isComplete = question.parameters.every((parameter) => parameter.required !== true || parameters[parameter.name] !== undefined);
  return (
    <>
      <PageHead title={showName(question.id)}>{question.question}</PageHead>
      {question.parameters.length > 0 && (
        <ParameterForm
          key={JSON.stringify(parameters)}
          parameters={question.parameters}
          values={parameters}
          onAsk={(next) => void navigate({ search: ({ business }) => ({ ...(business === undefined ? {} : { business }), ...next }) })}
        />
      )}
      {isComplete ? (
        <Answered question={question} parameters={parameters} />
      ) : (
        <p className="rounded-card border border-dashed border-line-strong/50 px-6 py-10 text-center text-muted">
          This question needs the parameters that are marked. Fill them in, and ask.
        </p>
      )}
    </>
  );
}

function Answered({ question, parameters }: { question: QuestionShape; parameters: Record<string, string> }) {
  const answer = useQuestionAnswer(question.id, parameters);
  if (answer.isPending) return <Skeleton lines={12} className="mt-6" />;
  if (answer.isError) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  return (
    <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 space-y-4">
        {answer.data.rows.length === 0 ? <Nothing answer={answer.data} /> : <Rows question={question} answer={answer.data} />}
      </div>
      <Card title="Receipt" hint="How these figures came about." className="self-start">
        <ReceiptSlip question={question} answer={answer.data} />
      </Card>
    </div>
  );
}

function Rows({ question, answer }: { question: QuestionShape; answer: AnswerShape }) {
  return (
    <>
      <AnswerChart question={question} answer={answer} />
      <Card
        title="Answer"
        hint={`${counted(answer.rows.length, 'row')} · ${question.grain}. A figure opens the rows behind it.`}
        aside={<Downloads id={question.id} parameters={answer.parameters} />}
      >
        <AnswerTable question={question} answer={answer} />
      </Card>
    </>
  );
}

function Nothing({ answer }: { answer: AnswerShape }) {
  const left = answer.receipt.excluded.reduce((sum, each) => sum + each.rows, 0);
  return (
    <Card title="Answer">
      <p className="py-8 text-center text-muted">
        No row fits.{' '}
        {left > 0 ? `${counted(left, 'row')} were left out; the receipt says why.` : 'A longer span or fewer filters may find some.'}
      </p>
    </Card>
  );
}
