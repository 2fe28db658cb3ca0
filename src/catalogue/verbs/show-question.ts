import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { describeQuestion } from '../presenting/describe-question.ts';
import { printQuestion } from '../presenting/print-question.ts';
import { foldersOf } from '../question-folders.ts';
import { getQuestion } from '../reading/find-questions.ts';

/** Prints what a question means. */
export function showQuestion(context: CliContext, command: Command, id: string): void {
  const question = getQuestion(foldersOf(context.modules), id);
  if (context.flags(command).json === true) context.printJson(describeQuestion(question));
  else context.print(printQuestion(question));
}
