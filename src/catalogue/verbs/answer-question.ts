import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import type { AnswerOutput } from '../presenting/answer-outputs.ts';
import { chooseOutput } from '../presenting/choose-output.ts';
import { printReceipt } from '../presenting/print-receipt.ts';
import { writeAnswer } from '../presenting/write-answer.ts';
import { runQuestion } from '../run-question.ts';

export interface AnswerOptions {
  param: Record<string, string>;
  output?: AnswerOutput;
  file?: string;
}

/** Answers a question on standard output or into a file; the receipt of a table goes to standard error. */
export async function answerQuestion(context: CliContext, command: Command, id: string, options: AnswerOptions): Promise<void> {
  const flags = context.flags(command);
  const output = chooseOutput({ ...options, ...(flags.json === true ? { json: true } : {}) }, id);
  const file = options.file === undefined ? undefined : resolve(options.file);
  await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    const answer = await runQuestion(database, context.modules, { businessId: business.id, id, parameters: options.param });
    await writeAnswer(answer, output, file);
    if (output === 'table') context.say(`\n${printReceipt(answer.receipt)}`);
    if (file !== undefined) context.say(`${answer.rows.length} rows written to ${file}.`);
  });
}
