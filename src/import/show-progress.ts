import type { CliContext } from '../platform/cli/cli-context.ts';
import type { ImportProgress } from './engine/import-files.ts';

interface Progress {
  show(progress: ImportProgress): void;
  end(): void;
}

/** Progress on stderr: one line that moves on a terminal, a line every ten seconds elsewhere. */
export function makeProgress(context: CliContext): Progress {
  const isTerminal = process.stderr.isTTY === true;
  const began = Date.now();
  let shownAt = began;
  let done = 0;
  let file = '';
  let rowsOfFile = 0;
  return {
    show(progress) {
      if (progress.file !== file) {
        done += rowsOfFile;
        file = progress.file;
      }
      rowsOfFile = progress.rows;
      const now = Date.now();
      if (now - shownAt < (isTerminal ? 200 : 10_000)) return;
      shownAt = now;
      const rows = done + progress.rows;
      const rate = Math.round(rows / Math.max(0.001, (now - began) / 1000));
      const line = `${progress.fileNumber}/${progress.fileCount} ${progress.file}: ${progress.rows.toLocaleString('en-US')} rows (${rate.toLocaleString('en-US')} rows/s)`;
      if (isTerminal) process.stderr.write(`\r\u001b[K${line}`);
      else context.say(line);
    },
    end() {
      if (isTerminal && shownAt !== began) process.stderr.write('\r\u001b[K');
    },
  };
}
