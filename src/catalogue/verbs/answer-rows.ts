import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { type DrilledRows, drillRows } from '../drilling/drill-rows.ts';
import type { AnswerOutput } from '../presenting/answer-outputs.ts';
import { writeAnswer } from '../presenting/write-answer.ts';
import type { Parameter } from '../question.ts';
import { readParameter } from '../running/read-parameter.ts';

export interface RowsOptions {
  param: Record<string, string>;
  where: Record<string, string>;
  measure?: string;
  limit: string;
  offset: string;
  output?: AnswerOutput;
  file?: string;
}

const LIMIT: Parameter = { name: 'limit', type: 'integer', default: 100, least: 1, most: 100_000, meaning: 'At most so many rows.' };
const OFFSET: Parameter = { name: 'offset', type: 'integer', default: 0, least: 0, meaning: 'So many rows are passed over.' };

/** Lists the rows behind a figure on standard output or into a file; what they come to goes to standard error. */
export async function answerRows(context: CliContext, command: Command, id: string, options: RowsOptions): Promise<void> {
  const flags = context.flags(command);
  const output = options.output ?? (flags.json === true ? 'json' : 'table');
  const file = options.file === undefined ? undefined : resolve(options.file);
  const page = { limit: wholeNumber(LIMIT, options.limit), offset: wholeNumber(OFFSET, options.offset) };
  await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    const drilled = await drillRows(database, context.modules, {
      businessId: business.id,
      id,
      parameters: options.param,
      where: options.where,
      ...(options.measure === undefined ? {} : { measure: options.measure }),
      ...page,
    });
    await writeAnswer(drilled, output, file);
    if (output === 'table') context.say(`\n${describeRows(drilled)}`);
  });
}

function describeRows({ rowCount, rows, offset, measure }: DrilledRows): string {
  const shown = rows.length < rowCount ? `, ${offset + 1} to ${offset + rows.length} shown; --limit and --offset give the others` : '';
  const figure =
    measure?.rule == null ? '' : ` ${measure.column} = ${measure.rule}${measure.rule === 'all' ? '' : `: ${String(measure.figure)}`}.`;
  return `${rowCount} rows${shown}.${figure}`;
}

function wholeNumber(parameter: Parameter, given: string): number {
  return Number(readParameter(parameter, given) ?? parameter.default);
}
