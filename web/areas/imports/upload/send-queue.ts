import { useSyncExternalStore } from 'react';
import type { UploadFileShape } from '../../../../contract/uploads.ts';
import { Problem, readProblem } from '../../../app/ask.ts';

/** A file on its way up. */
export interface Sending {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  error?: unknown;
  again: () => void;
}

interface Sent {
  business: string;
  uploadId: string;
  files: readonly File[];
  /** Told after each file; resolves when the page knows what it was recognised as. */
  onFile: () => Promise<void>;
}

// Outside of React: files go on coming up while the page changes.
const queues = new Map<string, readonly Sending[]>();
const listeners = new Set<() => void>();
const NOTHING: readonly Sending[] = [];
let keys = 0;

/** The files of an upload that are still on their way, or did not make it. */
export function useSending(uploadId: string): readonly Sending[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => queues.get(uploadId) ?? NOTHING,
  );
}

/** Sends files one after the other: the server looks at each while the next comes up. */
export async function sendFiles({ business, uploadId, files, onFile }: Sent): Promise<void> {
  const waiting = files.map((file): Sending & { file: File } => {
    keys += 1;
    const key = keys;
    return { key, file, name: nameOf(file), bytes: file.size, sent: 0, again: () => void retry(key, file) };
  });
  const retry = (key: number, file: File): Promise<void> => {
    change(uploadId, (queue) => queue.filter((each) => each.key !== key));
    return sendFiles({ business, uploadId, files: [file], onFile });
  };
  change(uploadId, (queue) => [...queue, ...waiting]);
  for (const { key, file, name } of waiting) {
    try {
      await sendFile({ business, uploadId, file, name }, (sent) => update(uploadId, key, { sent }));
      // Only then it leaves the queue: with an empty queue the check begins, of the files the page knows.
      await onFile();
      change(uploadId, (queue) => queue.filter((each) => each.key !== key));
    } catch (error) {
      update(uploadId, key, { error });
    }
  }
}

/** Forgets a file that did not come up. */
export function forgetFile(uploadId: string, key: number): void {
  change(uploadId, (queue) => queue.filter((each) => each.key !== key));
}

function update(uploadId: string, key: number, changes: Partial<Sending>): void {
  change(uploadId, (queue) => queue.map((each) => (each.key === key ? { ...each, ...changes } : each)));
}

function change(uploadId: string, by: (queue: readonly Sending[]) => readonly Sending[]): void {
  queues.set(uploadId, by(queues.get(uploadId) ?? NOTHING));
  for (const listener of listeners) listener();
}

/** Of a chosen or dropped folder with the path inside it; the server takes what it needs of it. */
export function nameOf(file: File): string {
  if (file.webkitRelativePath !== '') return file.webkitRelativePath;
  return 'path' in file && typeof file.path === 'string' ? file.path.replace(/^\.?\//, '') : file.name;
}

/** fetch does not tell how much is up; XMLHttpRequest does. */
function sendFile(
  { business, uploadId, file, name }: { business: string; uploadId: string; file: File; name: string },
  onSent: (bytes: number) => void,
): Promise<UploadFileShape> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/imports/uploads/${uploadId}/files?${new URLSearchParams({ name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-throughline-business', business);
    request.upload.addEventListener('progress', (event) => onSent(event.loaded));
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText));
      else reject(readProblem(request.responseText, request.status));
    });
    request.addEventListener('error', () =>
      reject(
        new Problem({
          code: 'no_answer',
          status: 0,
          detail: `${name} did not come up: the connection broke, or the file was moved. Send it again.`,
        }),
      ),
    );
    request.send(file);
  });
}
