import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReviewAnswer, ReviewQuestion, ReviewReportShape, ReviewShape } from '../../../contract/review.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

/** The questions that wait: the likely ones, those worth a look, those put off; of each the most money at stake first. */
export function useReview() {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['review', slug],
    queryFn: ({ signal }) => ask<ReviewShape>('/review', { business: slug, signal }),
  });
}

/** Two customers by the ids they have while the question is asked. */
export type Pair = Pick<ReviewQuestion, 'customerA' | 'customerB'>;

/** Answers a question; everything shown is read again afterwards. */
export function useAnswerQuestion() {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ pair, answer }: { pair: Pair; answer: ReviewAnswer }) =>
      ask<ReviewReportShape>('/review/answer', { business: slug, change: { ...pair, answer, execute: true } }),
    onSuccess: () => readAgain(queries),
  });
}

/** Takes an answer back; everything shown is read again afterwards. */
export function useTakeBack() {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pair: Pair) => ask<ReviewReportShape>('/review/take-back', { business: slug, change: { ...pair, execute: true } }),
    onSuccess: () => readAgain(queries),
  });
}

/** The queue first: it leaves the answered pair before the two customers, by then perhaps one, are read again. */
async function readAgain(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['review'] });
  await queries.invalidateQueries();
}
