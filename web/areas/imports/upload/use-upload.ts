import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ImportKindsShape, MappingShape, UploadFileShape, UploadListShape, UploadShape } from '../../../../contract/uploads.ts';
import { ask, Problem } from '../../../app/ask.ts';
import { useBusiness } from '../../../app/business.ts';
import { nameOf, sendFiles } from './send-queue.ts';

const POLL_MS = 700;

/** Whether who is signed in may import here. */
export function useMayImport(): boolean {
  const { role } = useBusiness();
  return role === 'owner' || role === 'manager';
}

/** What can be imported, and limits. */
export function useKinds() {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['import-kinds', slug],
    queryFn: ({ signal }) => ask<ImportKindsShape>('/imports/kinds', { business: slug, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Files that came up and are not imported yet. */
export function useUploads() {
  const { slug } = useBusiness();
  return useQuery({
    queryKey: ['uploads', slug],
    queryFn: ({ signal }) => ask<UploadListShape>('/imports/uploads', { business: slug, signal }),
    enabled: useMayImport(),
    // Begun, checked or imported since on another page: asked anew each time this one is opened.
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.uploads.some(isAtWork) === true ? 2_000 : false),
  });
}

/** One upload; asked again and again while something is done with it. */
export function useUpload(uploadId: string) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['upload', slug, uploadId],
    queryFn: async ({ signal }) => {
      const before = queries.getQueryData<UploadShape>(['upload', slug, uploadId]);
      const upload = await ask<UploadShape>(`/imports/uploads/${uploadId}`, { business: slug, signal });
      // What was imported changes every figure.
      if (before?.state === 'importing' && upload.state !== 'importing')
        void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'upload' });
      return upload;
    },
    staleTime: 0,
    refetchInterval: (query) => (query.state.data !== undefined && isAtWork(query.state.data) ? POLL_MS : false),
    retry: (count, error) => count < 2 && !(error instanceof Problem && error.status === 404),
  });
}

/** Whether something is being done with an upload. */
export function isAtWork({ state }: Pick<UploadShape, 'state'>): boolean {
  return state === 'checking' || state === 'importing';
}

/** Begins an upload with these files and opens its page; the files go on coming up meanwhile. */
export function useBeginUpload() {
  const { slug } = useBusiness();
  const navigate = useNavigate();
  const send = useSendFiles();
  return useMutation({
    mutationFn: (_files: readonly File[]) => ask<UploadShape>('/imports/uploads', { business: slug, change: {} }),
    onSuccess: async ({ id }, files) => {
      send(id, files);
      await navigate({ to: '/imports/uploads/$uploadId', params: { uploadId: id } });
    },
  });
}

/** Sends files to an upload; of folders not those that hold no table. */
export function useSendFiles(): (uploadId: string, files: readonly File[]) => void {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  const kinds = useKinds().data;
  return (uploadId, files) => {
    const wanted = files.filter((file) => !isLeftOut(file, kinds?.otherEndings ?? []));
    const onFile = () => queries.invalidateQueries({ queryKey: ['upload', slug, uploadId] });
    void sendFiles({ business: slug, uploadId, files: wanted, onFile });
  };
}

/** A file that somebody chose by itself is sent whatever it is: they are told what is wrong with it. */
function isLeftOut(file: File, otherEndings: readonly string[]): boolean {
  if (!nameOf(file).includes('/')) return false;
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  return file.name.startsWith('.') || file.name.startsWith('~$') || otherEndings.includes(ending);
}

/** What can be done with an upload; whatever it answers is what the page shows next. */
export function useUploadAct(uploadId: string) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'check' | 'execute' | 'stop') =>
      ask<UploadShape>(`/imports/uploads/${uploadId}/${verb}`, { business: slug, change: {} }),
    // An answer that was asked for before must not come after the one to this, and show what was.
    onMutate: () => queries.cancelQueries({ queryKey: ['upload', slug, uploadId] }),
    onSuccess: (upload) => queries.setQueryData(['upload', slug, uploadId], upload),
    onError: () => queries.invalidateQueries({ queryKey: ['upload', slug, uploadId] }),
  });
}

export interface Said {
  as?: string;
  mapping?: MappingShape;
}

/** Says what a file is. */
export function useSayWhat(uploadId: string, fileId: string) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (said: Said) =>
      ask<UploadFileShape>(`/imports/uploads/${uploadId}/files/${fileId}`, { business: slug, change: { ...said } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['upload', slug, uploadId] }),
  });
}

/** Leaves a file out. */
export function useLeaveOut(uploadId: string) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fileId: string) => ask<UploadShape>(`/imports/uploads/${uploadId}/files/${fileId}`, { business: slug, method: 'DELETE' }),
    onSuccess: (upload) => queries.setQueryData(['upload', slug, uploadId], upload),
  });
}

/** Throws an upload away. */
export function useThrowAway(uploadId: string) {
  const { slug } = useBusiness();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask<null>(`/imports/uploads/${uploadId}`, { business: slug, method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['uploads', slug] }),
  });
}
