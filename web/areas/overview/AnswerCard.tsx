import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { AnswerShape } from '../../../contract/questions.ts';
import { Card } from '../../ui/Card.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ReceiptButton } from './ReceiptButton.tsx';
import type { Overview } from './use-overview.ts';

interface AnswerCardProps {
  title: string;
  hint?: ReactNode;
  question: string;
  answer: UseQueryResult<AnswerShape>;
  overview: Overview;
  /** Shown when there are no rows. */
  nothing: string;
  lines?: number;
  children: (answer: AnswerShape) => ReactNode;
}

/** A card over one question: loading, failing, empty or its answer, and always its receipt. */
export function AnswerCard({ title, hint, question, answer, overview, nothing, lines = 5, children }: AnswerCardProps) {
  return (
    <Card title={title} hint={hint} aside={<ReceiptButton of={title} onOpen={() => overview.showReceipt(question)} />}>
      {answer.isPending && <Skeleton lines={lines} />}
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isSuccess &&
        (answer.data.rows.length === 0 ? (
          <p className="py-6 text-center text-muted">{nothing}</p>
        ) : (
          <div className={answer.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>{children(answer.data)}</div>
        ))}
    </Card>
  );
}
