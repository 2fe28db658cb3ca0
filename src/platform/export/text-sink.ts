import { once } from 'node:events';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where the text of an export goes. */
export interface TextSink {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  abort(): Promise<void>;
}

/** A file, written beside and renamed when complete; or standard output when no path is given. */
export async function openTextSink(path: string | undefined): Promise<TextSink> {
  if (path === undefined) return standardOutput;
  await mkdir(dirname(path), { recursive: true });
  const part = partOf(path);
  const file = await open(part, 'w');
  return {
    async write(text) {
      await file.write(text);
    },
    async finish() {
      await file.close();
      await rename(part, path);
    },
    async abort() {
      await file.close();
      await rm(part, { force: true });
    },
  };
}

/** Name of the half-written file of a path: in the same folder, so that the rename is one step. */
export function partOf(path: string): string {
  return `${path}.part-${process.pid}`;
}

const standardOutput: TextSink = {
  async write(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  async finish() {},
  async abort() {},
};
