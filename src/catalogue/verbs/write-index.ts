import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { projectRoot } from '../../platform/config.ts';
import { printIndex } from '../presenting/print-index.ts';
import { foldersOf } from '../question-folders.ts';
import { findQuestions } from '../reading/find-questions.ts';

/** Where the index of the project's own questions stands. */
export const INDEX_FILE = join(projectRoot, 'docs', 'sql_queries_index.md');

/** Prints the index of all questions, or brings docs/sql_queries_index.md up to date. */
export function writeIndex(context: CliContext, options: { write?: boolean }): void {
  const page = printIndex(findQuestions(foldersOf(context.modules)));
  if (options.write === true) {
    writeFileSync(INDEX_FILE, page);
    context.say(`The index is in ${INDEX_FILE}.`);
  } else {
    context.print(page.trimEnd());
  }
}
