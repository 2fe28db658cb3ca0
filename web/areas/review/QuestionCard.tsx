import type { ReviewQuestion } from '../../../contract/review.ts';
import { useBusiness } from '../../app/business.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showMoney, showPercent } from '../../ui/show-values.ts';
import { useCustomer } from '../customers/use-customers.ts';
import { readReason, WeightList } from '../../ui/WeightList.tsx';
import { ComparePair } from './ComparePair.tsx';

/** One question: how sure the evidence is and why, and the two side by side. */
export function QuestionCard({ question }: { question: ReviewQuestion }) {
  const { currency } = useBusiness();
  const [a, b] = [useCustomer(question.customerA), useCustomer(question.customerB)];
  const error = a.error ?? b.error;
  return (
    <section aria-label={`${question.nameA} and ${question.nameB}`} className="min-w-0 rounded-card border border-line bg-card p-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        <div className="flex min-w-56 flex-1 items-center gap-3">
          <span className="figures whitespace-nowrap">{showPercent(question.probability * 100)} one person</span>
          <span className="flex-1">
            <Bar share={question.probability} />
          </span>
        </div>
        <span className="text-muted">
          {question.atStake > 0 ? `${showMoney(question.atStake, currency)} at stake` : 'no money at stake'}
          {question.state === 'later' && ' · put off'}
        </span>
      </div>
      <WeightList className="mb-4" weights={question.reasons.map(readReason)} />
      {(a.isPending || b.isPending) && <Skeleton lines={5} />}
      {error !== null && <Failure error={error} onRetry={() => void Promise.all([a.refetch(), b.refetch()])} />}
      {a.data !== undefined && b.data !== undefined && <ComparePair a={a.data} b={b.data} />}
    </section>
  );
}
