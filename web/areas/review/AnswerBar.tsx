import type { ReviewAnswer } from '../../../contract/review.ts';
import { Button } from '../../ui/Button.tsx';

export const ANSWER_KEYS: readonly { key: string; answer: ReviewAnswer; words: string; meaning: string }[] = [
  { key: 's', answer: 'same', words: 'Same person', meaning: 'They become one customer, with every row of both.' },
  { key: 'd', answer: 'different', words: 'Different', meaning: 'They stay two, and nobody is asked again.' },
  { key: 'h', answer: 'household', words: 'Household', meaning: 'Two people who belong together, such as a couple.' },
  { key: 'l', answer: 'later', words: 'Later', meaning: 'The question moves to the end of the queue.' },
];

/** The four answers, each with its key. */
export function AnswerBar({ isBusy, onAnswer }: { isBusy: boolean; onAnswer: (answer: ReviewAnswer) => void }) {
  return (
    <fieldset disabled={isBusy} className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <legend className="sr-only">Are these one person?</legend>
      {ANSWER_KEYS.map(({ key, answer, words, meaning }) => (
        <Button key={answer} tone={answer === 'same' ? 'main' : 'plain'} title={meaning} onClick={() => onAnswer(answer)}>
          {words}
          <kbd className="rounded border border-current/30 px-1.5 text-xs uppercase max-md:hidden">{key}</kbd>
        </Button>
      ))}
    </fieldset>
  );
}
