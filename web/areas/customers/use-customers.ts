import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerListShape, CustomerShape, TimelineEvent, UnmergeShape } from '../../../contract/customers.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

/** Customers that match, page by page. */
export function useCustomers(search: string) {
  const { slug } = useBusiness();
  return useInfiniteQuery({
    queryKey: ['customers', slug, search],
    queryFn: ({ pageParam, signal }) =>
      ask<CustomerListShape>('/customers', { business: slug, parameters: { search, limit: 50, after: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** One customer with its records, merges and households. */
export function useCustomer(id: string) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['customer', slug, id],
    queryFn: ({ signal }) => ask<CustomerShape>(`/customers/${id}`, { business: slug, signal }),
  });
}

/** What happened with a customer, in order. */
export function useTimeline(id: string) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['timeline', slug, id],
    queryFn: ({ signal }) => ask<{ events: TimelineEvent[] }>(`/customers/${id}/timeline`, { business: slug, signal }),
  });
}

/** What un-merging would do. Nothing is written. */
export function useUnmergePreview(mergedId: string, isWanted: boolean) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['unmerge-preview', slug, mergedId],
    queryFn: ({ signal }) => ask<UnmergeShape>(`/customers/${mergedId}/unmerge`, { business: slug, change: { execute: false }, signal }),
    enabled: isWanted,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Un-merges; everything shown is read again afterwards. */
export function useUnmerge(mergedId: string) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask<UnmergeShape>(`/customers/${mergedId}/unmerge`, { business: slug, change: { execute: true } }),
    onSuccess: () => queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'unmerge-preview' }),
  });
}
