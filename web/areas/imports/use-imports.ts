import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportListShape, UndoReportShape } from '../../../contract/imports.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

/** The imports, newest first; asked again every few seconds while one runs. */
export function useImports() {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['imports', slug],
    queryFn: ({ signal }) => ask<ImportListShape>('/imports', { business: slug, signal }),
    refetchInterval: (query) =>
      query.state.data?.imports.some((each) => each.state === 'running' || each.state === 'undoing') === true ? 3_000 : false,
  });
}

/** What undoing an import would do. Nothing is written. */
export function useUndoPreview(batch: number, isWanted: boolean) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['undo-preview', slug, batch],
    queryFn: ({ signal }) => ask<UndoReportShape>(`/imports/${batch}/undo`, { business: slug, change: { execute: false }, signal }),
    enabled: isWanted,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Undoes an import; every figure is read again afterwards. */
export function useUndo(batch: number) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask<UndoReportShape>(`/imports/${batch}/undo`, { business: slug, change: { execute: true } }),
    onSettled: () => queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'undo-preview' }),
  });
}
