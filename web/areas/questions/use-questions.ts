import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AnswerShape, ChoicesShape, QuestionLineShape, QuestionShape } from '../../../contract/questions.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

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

/** Names that parameters take. */
export function useChoices() {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['choices', slug],
    queryFn: ({ signal }) => ask<ChoicesShape>('/questions/choices', { business: slug, signal }),
    staleTime: 60_000,
  });
}
