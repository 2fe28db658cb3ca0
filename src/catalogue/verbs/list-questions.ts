import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { listQuestion } from '../presenting/describe-question.ts';
import { foldersOf } from '../question-folders.ts';
import type { Question } from '../question.ts';
import { findQuestions } from '../reading/find-questions.ts';
import { searchQuestions } from '../search-questions.ts';

/** Prints all questions by theme, or those that speak of `words`, the best fit first. */
export function listQuestions(context: CliContext, command: Command, words?: string): void {
  const all = findQuestions(foldersOf(context.modules));
  const questions = words === undefined ? all : searchQuestions(all, words);
  if (context.flags(command).json === true) context.printJson({ questions: questions.map(listQuestion) });
  else if (questions.length === 0) context.say(`No question speaks of "${words ?? ''}". All of them: throughline query list.`);
  else context.print(words === undefined ? byTheme(questions) : questions.map((question) => line(question, '')).join('\n'));
}

function byTheme(questions: readonly Question[]): string {
  const themes = [...new Set(questions.map((question) => question.theme))];
  return themes
    .map(
      (theme) =>
        `${theme}\n${questions
          .filter((question) => question.theme === theme)
          .map((question) => line(question, '  '))
          .join('\n')}`,
    )
    .join('\n\n');
}

function line(question: Question, indent: string): string {
  return `${indent}${question.id.padEnd(34)} ${question.question}`;
}
