import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '../running/answer.ts';
import { writeAnswer } from './write-answer.ts';

/** The forms an answer can be downloaded in, with the ending of the file and what a browser is told it is. */
export const DOWNLOADS = {
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8' },
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  parquet: { ending: 'parquet', type: 'application/vnd.apache.parquet' },
  json: { ending: 'json', type: 'application/json' },
  markdown: { ending: 'md', type: 'text/markdown; charset=utf-8' },
} as const;
export type Download = keyof typeof DOWNLOADS;

/** An answer as the bytes of a file, and the file's name: the question and the day it is as of. */
export async function packAnswer(answer: Answer, form: Download): Promise<{ bytes: Buffer; name: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-answer-'));
  try {
    const name = `${answer.id}-${answer.receipt.asOf.slice(0, 10)}.${DOWNLOADS[form].ending}`;
    const file = join(folder, name);
    await writeAnswer(answer, form, file);
    return { bytes: await readFile(file), name };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
