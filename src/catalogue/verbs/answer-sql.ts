import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import type { AnswerOutput } from '../presenting/answer-outputs.ts';
import { chooseOutput } from '../presenting/choose-output.ts';
import { writeAnswer } from '../presenting/write-answer.ts';
import type { Parameter } from '../question.ts';
import { readParameter } from '../running/read-parameter.ts';
import { runSql } from '../sql/run-sql.ts';

export interface SqlOptions {
  limit: string;
  output?: AnswerOutput;
  file?: string;
}

const LIMIT: Parameter = { name: 'limit', type: 'integer', default: 1000, least: 1, most: 100_000, meaning: 'At most so many rows.' };

/** Answers a SELECT of the user's own, guarded, on standard output or into a file. */
export async function answerSql(context: CliContext, command: Command, sql: string, options: SqlOptions): Promise<void> {
  const flags = context.flags(command);
  const output = chooseOutput({ ...options, ...(flags.json === true ? { json: true } : {}) }, 'answer');
  const file = options.file === undefined ? undefined : resolve(options.file);
  await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    const limit = Number(readParameter(LIMIT, options.limit) ?? LIMIT.default);
    const answer = await runSql(database, { businessId: business.id, sql, limit });
    await writeAnswer(answer, output, file);
    if (answer.receipt.excluded.length > 0) context.say(`Only the first ${limit} rows; --limit gives more.`);
  });
}
