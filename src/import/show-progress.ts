import type { CliContext } from '../platform/cli/cli-context.ts';
import type { ImportProgress } from './engine/import-options.ts';

interface Progress {
  show(progress: ImportProgress): void;
  end(): void;
}

/** Progress on stderr: one line that moves on a terminal, a line every ten seconds elsewhere. */
export function makeProgress(context: CliContext): Progress {
  const isTerminal = process.stderr.isTTY === true;
  const began = Date.now();
  let shownAt = began;
  let file = '';
  let fileBegan = began;
  return {
    show(progress) {
      const now = Date.now();
      if (progress.file !== file) {
        file = progress.file;
        fileBegan = now;
      }
      if (now - shownAt < (isTerminal ? 200 : 10_000)) return;
      shownAt = now;
      const line = progressLine(progress, (now - fileBegan) / 1000);
      if (isTerminal) process.stderr.write(`\r\u001b[K${line}`);
      else context.say(line);
    },
    end() {
      if (isTerminal && shownAt !== began) process.stderr.write('\r\u001b[K');
    },
  };
}

/** "2/13 lead-status.csv: 76,722 of about 277,000 rows, 10,196 rows/s, about 20 s left". */
export function progressLine(progress: ImportProgress, seconds: number): string {
  const { rows, expectedRows } = progress;
  const rate = rows / Math.max(0.001, seconds);
  const number = (value: number): string => Math.round(value).toLocaleString('en-US');
  const expected = expectedRows !== null && expectedRows > rows ? expectedRows : null;
  const of = expected === null ? '' : ` of about ${number(Number(expected.toPrecision(3)))}`;
  const left = expected === null || seconds < 1 ? '' : `, about ${number(Math.ceil((expected - rows) / rate))} s left`;
  return `${progress.fileNumber}/${progress.fileCount} ${progress.file}: ${number(rows)}${of} rows, ${number(rate)} rows/s${left}`;
}
