import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BatchQuarantineShape, QuarantinedRowsShape, RepairReportShape, RepairRequest } from '../../../../contract/quarantine.ts';
import type { ImportReportShape, QuarantineGroupShape } from '../../../../contract/uploads.ts';
import { ask } from '../../../app/ask.ts';
import { useBusiness } from '../../../app/business.ts';

/** What waits in the quarantine of one import. */
export function useQuarantine(batch: number) {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['quarantine', slug, batch],
    queryFn: ({ signal }) => ask<BatchQuarantineShape>(`/imports/${batch}/quarantine`, { business: slug, signal }),
  });
}

/** The rows of one group, twenty at a time. */
export function useQuarantinedRows(batch: number, { kind, code, column, value }: QuarantineGroupShape, isWanted: boolean) {
  const { slug } = useBusiness();
  return useInfiniteQuery({
    queryKey: ['quarantined-rows', slug, batch, kind, code, column, value],
    queryFn: ({ signal, pageParam }) =>
      ask<QuarantinedRowsShape>(`/imports/${batch}/quarantine/rows`, {
        business: slug,
        signal,
        parameters: { kind, code, column: column ?? undefined, value: value ?? undefined, after: pageParam ?? undefined },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: isWanted,
  });
}

/** Says what a value means; with `replay` the rows that wait because of it are read again at once. */
export function useRepair() {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (repair: RepairRequest) => ask<RepairReportShape>('/imports/repairs', { business: slug, change: { ...repair } }),
    onSuccess: (_report, { replay }) => {
      if (replay === true) void queries.invalidateQueries();
    },
  });
}

/** Imports a row as it was corrected; while it still cannot be read nothing is written and the report says why. */
export function useCorrect(batch: number) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (row: { id: string; cells: readonly string[] }) =>
      ask<ImportReportShape>(`/imports/${batch}/quarantine/correct`, { business: slug, change: { rows: [row], execute: true } }),
    onSuccess: (report) => {
      if (!report.dryRun) void queries.invalidateQueries();
    },
  });
}
