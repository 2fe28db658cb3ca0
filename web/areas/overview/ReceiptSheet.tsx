import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { showName } from '../../ui/show-values.ts';
import { ReceiptSlip } from './ReceiptSlip.tsx';
import type { Overview } from './use-overview.ts';

/** The receipt of the question that the address names, as a sheet at the side. */
export function ReceiptSheet({ overview }: { overview: Overview }) {
  const { slug } = useBusiness();
  const id = overview.search.receipt;
  const question = useQuery({
    queryKey: ['question', slug, id],
    queryFn: ({ signal }) => ask<QuestionShape>(`/questions/${id}`, { business: slug, signal }),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = new Set(question.data?.parameters.map((parameter) => parameter.name) ?? []);
  const wanted = { ...overview.period, currency: overview.currency };
  const parameters = Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (known.has(name) && value !== undefined ? [[name, value] as const] : [])),
  );
  const answer = useQuery({
    queryKey: ['answer', slug, id, parameters],
    queryFn: ({ signal }) => ask<AnswerShape>(`/questions/${id}/run`, { business: slug, parameters, signal }),
    enabled: question.isSuccess,
  });
  const failed = question.error ?? answer.error;
  return (
    <Dialog
      isOpen={id !== undefined}
      onClose={() => overview.change({ receipt: undefined })}
      title={question.data?.question ?? showName(id ?? '')}
      place="side"
    >
      {failed !== null ? (
        <Failure error={failed} onRetry={() => void (question.isError ? question.refetch() : answer.refetch())} />
      ) : answer.data === undefined || question.data === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <>
          <p className="mb-4 text-sm">
            <Link
              to="/questions/$questionId"
              params={{ questionId: question.data.id }}
              search={parameters}
              className="text-accent hover:underline"
            >
              The whole answer, and the rows behind each figure
            </Link>
          </p>
          <ReceiptSlip question={question.data} answer={answer.data} />
        </>
      )}
    </Dialog>
  );
}
