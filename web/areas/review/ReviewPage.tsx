import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReviewAnswer, ReviewQuestion, ReviewShape } from '../../../contract/review.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted } from '../../ui/show-values.ts';
import { Toast } from '../../ui/Toast.tsx';
import { ANSWER_KEYS, AnswerBar } from './AnswerBar.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';
import { useAnswerQuestion, useReview, useTakeBack } from './use-review.ts';
import { WaitingList } from './WaitingList.tsx';

interface Answered {
  question: ReviewQuestion;
  answer: ReviewAnswer;
}

/** Pairs that may be one person, one at a time: compare, answer by a key, take back. */
export function ReviewPage() {
  const review = useReview();
  const answering = useAnswerQuestion();
  const takingBack = useTakeBack();
  const { pair } = useSearch({ from: '/review' });
  const navigate = useNavigate({ from: '/review' });
  // Newest last, so that Z goes back step by step.
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  const [isToastShown, showToast] = useState(false);

  const questions = review.data?.questions ?? [];
  const current = questions.find((question) => nameOf(question) === pair) ?? questions[0];
  const last = answered.at(-1);
  const isBusy = answering.isPending || takingBack.isPending || review.isFetching;

  const give = (question: ReviewQuestion, answer: ReviewAnswer) => {
    const done = () => {
      setAnswered([...answered, { question, answer }]);
      showToast(true);
      if (pair !== undefined) void navigate({ search: {}, replace: true });
    };
    answering.mutate({ pair: question, answer }, { onSuccess: done });
  };
  const takeBack = ({ question }: Answered) => {
    const done = () => {
      setAnswered(answered.slice(0, -1));
      showToast(false);
      void navigate({ search: { pair: nameOf(question) }, replace: true });
    };
    takingBack.mutate({ customerA: question.customerA, customerB: question.customerB }, { onSuccess: done });
  };
  useAnswerKeys((key) => {
    if (isBusy) return false;
    const chosen = ANSWER_KEYS.find((known) => known.key === key);
    if (chosen !== undefined && current !== undefined) give(current, chosen.answer);
    else if (key === 'z' && last !== undefined) takeBack(last);
    else return false;
    return true;
  });

  const failure = review.error ?? answering.error ?? takingBack.error;
  return (
    <>
      <PageHead title="Review">{headline(review.data)}</PageHead>
      {failure !== null && (
        <div className="mb-4">
          <Failure error={failure} {...(review.isError ? { onRetry: () => void review.refetch() } : {})} />
        </div>
      )}
      {review.isPending && <Skeleton lines={8} />}
      {review.isSuccess && current === undefined && <NothingWaits />}
      {current !== undefined && (
        <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
          <div className="grid min-w-0 gap-4">
            <QuestionCard key={nameOf(current)} question={current} />
            <AnswerBar isBusy={isBusy} onAnswer={(answer) => give(current, answer)} />
          </div>
          {questions.length > 1 && (
            <WaitingList
              questions={questions}
              current={current}
              onPick={(question) => void navigate({ search: { pair: nameOf(question) } })}
            />
          )}
        </div>
      )}
      {isToastShown && last !== undefined && (
        <Toast key={answered.length} onGone={() => showToast(false)}>
          <span className="min-w-0 truncate">{tell(last)}</span>
          <Button tone="quiet" disabled={isBusy} onClick={() => takeBack(last)}>
            Take back
            <kbd className="rounded border border-line px-1.5 text-xs max-md:hidden">Z</kbd>
          </Button>
        </Toast>
      )}
    </>
  );
}

function nameOf(question: ReviewQuestion): string {
  return `${question.customerA}.${question.customerB}`;
}

function headline(review: ReviewShape | undefined): string {
  if (review === undefined || review.open === 0) return 'Who may be one person, the most money at stake first.';
  const likely = review.open - review.worthALook;
  const [first, second] = [`${counted(likely, 'pair')} may be one person`, `${counted(review.worthALook, 'pair')} worth a look`];
  const parts = [...(likely > 0 ? [first] : []), ...(review.worthALook > 0 ? [second] : [])];
  return `${parts.join(', ')}; the most money at stake first.`;
}

const DONE: Record<ReviewAnswer, string> = {
  same: 'are one customer now',
  different: 'stay two people',
  household: 'are a household of two people',
  later: 'are asked about later',
};

function tell({ question, answer }: Answered): string {
  return `${question.nameA} and ${question.nameB} ${DONE[answer]}.`;
}

function NothingWaits() {
  return (
    <Empty title="No question is open" command="npx throughline customers resolve --execute">
      Builds join who is surely one person and ask here about the doubtful. This looks at everybody once more.
    </Empty>
  );
}
