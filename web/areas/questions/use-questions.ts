import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AnswerShape, ChoicesShape, DrilledRowsShape, QuestionLineShape, QuestionShape } from '../../../contract/questions.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';
import type { Figure } from './figure.ts';

/** All questions, or those that speak of some words, the best fit first. */
export function useQuestions(search: string) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['questions', slug, search],
    queryFn: ({ signal }) => ask<{ questions: QuestionLineShape[] }>('/questions', { business: slug, parameters: { search }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What one question means. */
export function useQuestion(id: string) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['question', slug, id],
    queryFn: ({ signal }) => ask<QuestionShape>(`/questions/${encodeURIComponent(id)}`, { business: slug, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Its answer. While another is worked out, none is shown under parameters that are not its own. */
export function useQuestionAnswer(id: string, parameters: Record<string, string>) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['answer', slug, id, parameters],
    queryFn: ({ signal }) => ask<AnswerShape>(`/questions/${encodeURIComponent(id)}/run`, { business: slug, parameters, signal }),
    retry: false,
  });
}

/** The rows behind a figure, page by page, under the parameters its answer was given with. */
export function useRowsBehind(id: string, parameters: Readonly<Record<string, unknown>>, figure: Figure) {
  const { slug } = useBusiness();
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as const],
  );
  const where = Object.entries(figure.where).map(([name, value]) => [`where.${name}`, value] as const);
  const wanted = { ...Object.fromEntries([...given, ...where]), measure: figure.measure, row_limit: PAGE };
  return useInfiniteQuery({
    queryKey: ['rows', slug, id, wanted],
    queryFn: ({ signal, pageParam }) =>
      ask<DrilledRowsShape>(`/questions/${encodeURIComponent(id)}/rows`, {
        business: slug,
        parameters: { ...wanted, row_offset: pageParam },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.offset + last.rows.length < last.rowCount ? last.offset + last.rows.length : undefined),
    retry: false,
  });
}

/** Rows asked for at a time. */
const PAGE = 100;

/** Names that parameters take. */
export function useChoices() {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['choices', slug],
    queryFn: ({ signal }) => ask<ChoicesShape>('/questions/choices', { business: slug, signal }),
    staleTime: 60_000,
  });
}
