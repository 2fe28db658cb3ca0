import type { ReviewQuestion } from '../../../contract/review.ts';
import { useBusiness } from '../../app/business.ts';
import { showMoney } from '../../ui/show-values.ts';

/** The queue: which pairs wait, with what is at stake, the likely ones before those worth a look; a click takes one up. */
export function WaitingList({
  questions,
  current,
  onPick,
}: {
  questions: readonly ReviewQuestion[];
  current: ReviewQuestion;
  onPick: (question: ReviewQuestion) => void;
}) {
  const parts = [
    { title: 'Likely', some: questions.filter(({ state, section }) => state === 'open' && section === 'likely') },
    { title: 'Worth a look', some: questions.filter(({ state, section }) => state === 'open' && section === 'worth_a_look') },
    { title: 'Put off', some: questions.filter(({ state }) => state === 'later') },
  ].filter(({ some }) => some.length > 0);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      {parts.map(({ title, some }) => (
        <section key={title} aria-label={title} className="min-w-0">
          <h2 className="mb-1.5 text-sm font-medium text-ink-soft">
            {title} <span className="figures text-muted">{some.length}</span>
          </h2>
          <Waiting questions={some} current={current} onPick={onPick} />
        </section>
      ))}
    </div>
  );
}

function Waiting({ questions, current, onPick }: Parameters<typeof WaitingList>[0]) {
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
