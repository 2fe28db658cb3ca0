import { useQuery } from '@tanstack/react-query';
import type { AnswerShape } from '../../../contract/questions.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

export type Parameters = Record<string, string | number | undefined>;

/**
 * The answer to a catalogue question. While another period is read the last answer stays,
 * but never one in another currency: its amounts would stand under the wrong name.
 */
export function useAnswer(id: string, parameters: Parameters = {}, isWanted = true) {
  const { slug } = useBusiness();
  return useQuery<AnswerShape>({
    queryKey: isWanted ? ['answer', slug, id, parameters] : ['answer', slug, id, 'not yet'],
    queryFn: ({ signal }) => ask<AnswerShape>(`/questions/${id}/run`, { business: slug, parameters, signal }),
    placeholderData: (previous) =>
      previous?.parameters.currency === (parameters.currency ?? null) || previous?.parameters.currency === undefined ? previous : undefined,
    enabled: isWanted,
  });
}

/** A figure of an answer's row; null when it is empty or no number. */
export function numberIn(row: Record<string, unknown> | undefined, column: string): number | null {
  const value = row?.[column];
  return typeof value === 'number' ? value : null;
}

/** A text of an answer's row; empty when there is none. */
export function textIn(row: Record<string, unknown> | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
}
