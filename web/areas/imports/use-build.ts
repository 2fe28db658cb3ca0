import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BuildShape } from '../../../contract/build.ts';
import { ask } from '../../app/ask.ts';
import { useBusiness } from '../../app/business.ts';

/** The build that runs, or the last one; when it ends every figure is read again. */
export function useBuild() {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['build', slug],
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<BuildShape>(['build', slug]);
      const build = await ask<BuildShape>('/journey/build', { business: slug, signal });
      if (before?.state === 'running' && build.state === 'done' && !build.dryRun)
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'build' });
      return build;
    },
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 700 : false),
  });
}

/** Begins to link, or with false to tell what that would do. */
export function useStartBuild() {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (execute: boolean) => ask<BuildShape>('/journey/build', { business: slug, change: { execute } }),
    onSuccess: (build) => queries.setQueryData(['build', slug], build),
  });
}
