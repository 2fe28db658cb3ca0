import type { ReviewQuestion } from '../../../contract/review.ts';
import { useBusiness } from '../../app/business.ts';
import { showMoney } from '../../ui/show-values.ts';

/** The queue: which pairs wait, with what is at stake; a click takes one up. */
export function WaitingList({
  questions,
  current,
  onPick,
}: {
  questions: readonly ReviewQuestion[];
  current: ReviewQuestion;
  onPick: (question: ReviewQuestion) => void;
}) {
  const { currency } = useBusiness();
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card text-sm">
      {questions.map((question) => (
        <li key={`${question.customerA} ${question.customerB}`}>
          <button
            type="button"
            aria-current={question === current}
            onClick={() => onPick(question)}
            className="flex w-full items-baseline justify-between gap-3 px-3 py-2.5 text-left hover:bg-sunken aria-[current=true]:bg-accent-soft"
          >
            <span className="min-w-0 truncate">
              {question.nameA} <span className="text-muted">and</span> {question.nameB}
            </span>
            <span className="figures shrink-0 text-xs text-muted">
              {question.state === 'later' ? 'later' : question.atStake > 0 ? showMoney(question.atStake, currency) : ''}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
