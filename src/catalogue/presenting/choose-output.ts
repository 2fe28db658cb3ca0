import { Fault } from '../../platform/fault.ts';
import { xlsxNeedsFile } from '../../platform/export/write-xlsx.ts';
import type { AnswerOutput } from './answer-outputs.ts';

const BY_ENDING: Readonly<Record<string, AnswerOutput>> = {
  json: 'json',
  md: 'markdown',
  csv: 'csv',
  xlsx: 'xlsx',
  parquet: 'parquet',
};

/** The form an answer is written in: the one asked for, else what the file's name says, else a table. Binary forms need a file. */
export function chooseOutput(wanted: { output?: AnswerOutput; file?: string; json?: boolean }, name: string): AnswerOutput {
  const ending = /\.([a-z]+)$/.exec(wanted.file ?? '')?.[1] ?? '';
  const output = wanted.output ?? (wanted.json === true ? 'json' : (BY_ENDING[ending] ?? 'table'));
  if (wanted.file !== undefined) return output;
  if (output === 'xlsx') throw xlsxNeedsFile();
  if (output === 'parquet')
    throw new Fault('parquet_needs_file', `Parquet is binary and not for a terminal: say where to put it, e.g. --file ${name}.parquet.`, {
      exit: 'usage',
    });
  return output;
}
