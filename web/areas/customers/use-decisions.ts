import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChainShape } from '../../../contract/customers.ts';
import type { GoldenValueShape } from '../../../contract/golden.ts';
import type { HistoryShape, SplitShape, UndoRunShape } from '../../../contract/history.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

/** The rows of a customer with what holds each of them. */
export function useChain(id: string) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['chain', slug, id],
    queryFn: ({ signal }) => ask<ChainShape>(`/customers/${id}/explain`, { business: slug, signal }),
  });
}

/** What made a customer who it is. */
export function useHistory(id: string) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['history', slug, id],
    queryFn: ({ signal }) => ask<HistoryShape>(`/customers/${id}/history`, { business: slug, signal }),
  });
}

/** Taking a row out, or a word back; `path` is the one or the other. Nothing is written. */
export function usePartingPreview(path: string, isWanted: boolean) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['parting-preview', slug, path],
    queryFn: ({ signal }) => ask<SplitShape>(path, { business: slug, change: { execute: false }, signal }),
    enabled: isWanted,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Everything a person may decide on a customer's page; whatever is shown is read again afterwards. */
export function useDecide() {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  // Not waited for: what was done is told at once, also when the part of the page that asked for it is gone by then.
  const read = (): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).endsWith('-preview') });
  const change = <T>(path: string, body: Record<string, unknown> = {}): Promise<T> =>
    ask<T>(path, { business: slug, change: { ...body, execute: true } });
  const part = useMutation({ mutationFn: (path: string) => change<SplitShape>(path), onSuccess: read });
  const undoRun = useMutation({ mutationFn: (run: string) => change<UndoRunShape>(`/customers/runs/${run}/undo`), onSuccess: read });
  const setField = useMutation({
    mutationFn: ({ customer, field, to }: FieldChange) =>
      change<{ run: string; after: GoldenValueShape }>(`/customers/${customer}/fields/${field}`, to),
    onSuccess: read,
  });
  return { part, undoRun, setField };
}

export interface FieldChange {
  customer: string;
  field: string;
  to: { value: string } | { rules: true };
}

/** Where a row is taken out, and where a word is taken back. */
export const PARTING = {
  split: (record: string) => `/customers/records/${record}/split`,
  takeBack: (decision: string) => `/customers/decisions/${decision}/take-back`,
};
