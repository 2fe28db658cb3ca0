import type { Command } from 'commander';
import { REVIEW_ANSWERS, type ReviewAnswer, type ReviewSection } from '../../../contract/review.ts';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { emitRecords } from '../emit-records.ts';
import { refreshPointers } from '../refresh-pointers.ts';
import { resolveCustomers } from '../resolve-customers.ts';
import { answerQuestion } from '../review/answer-question.ts';
import { listQuestions } from '../review/list-questions.ts';
import { takeBackAnswer } from '../review/take-back-answer.ts';
import { listRuns, type Run } from '../runs/list-runs.ts';
import { type RunSplit, showRun } from '../runs/show-run.ts';
import { undoRun } from '../runs/undo-run.ts';
import { writeRunSteps } from '../runs/write-run-steps.ts';
import { read, readLimit } from './read-commands.ts';
import { changedRows, decide } from './write-commands.ts';

/** `throughline customers resolve`. */
export async function runResolve(context: CliContext, command: Command): Promise<void> {
  const { debugFiles } = command.opts<{ debugFiles?: string }>();
  const { dryRun, report } = await decide(context, command, 'resolve', async (transaction, options) => {
    const records = await emitRecords(transaction, { sources: options.sources });
    const people = await resolveCustomers(transaction, {
      startedBy: options.decidedBy,
      match: 'always',
      ...(debugFiles === undefined ? {} : { onSteps: (steps) => writeRunSteps(transaction, debugFiles, steps) }),
    });
    const [run] = await listRuns(transaction, 1);
    const hasRun = run !== undefined && people.moved + people.proposalsChanged + people.customersMerged > 0;
    const did = hasRun ? await showRun(transaction, run.id) : { merges: [], splits: [] };
    const pointers = await refreshPointers(transaction, options);
    const questions = await listQuestions(transaction, context.modules, null);
    return {
      run: hasRun ? run.id : null,
      records: { created: records.created, updated: records.updated },
      people,
      ...did,
      questions: questions.length,
      asked: hasRun ? questions.filter(({ foundAt }) => foundAt >= run.startedAt) : [],
      worthALook: questions.filter(({ section }) => section === 'worth_a_look').length,
      pointers,
    };
  });
  const wouldChange = dryRun && report.run !== null;
  if (context.flags(command).json === true) return finish(context, wouldChange, () => context.printJson({ dryRun, ...report }));
  finish(context, wouldChange, () => {
    for (const merge of report.merges)
      context.print(
        `${merge.mergedName} (${merge.merged}) ${dryRun ? 'would become' : 'is now'} part of ${merge.keptName} (${merge.kept}): ${merge.why} (${merge.confidence})`,
      );
    for (const split of report.splits) printSplit(context, split, dryRun ? 'would leave' : 'left');
    for (const question of report.asked) {
      context.print(
        `${question.nameA} (${question.customerA}) and ${question.nameB} (${question.customerB}) ${dryRun ? 'would be' : 'are'} asked about: ${belowOne(question.probability)} one person`,
      );
      for (const reason of question.reasons) context.print(`  ${reason}`);
    }
    context.print(
      `${report.people.records} records looked at; ${report.people.customersCreated} new customers, ${report.people.customersMerged} merges, ${report.splits.length} splits; ${report.questions} questions wait, ${report.worthALook} of them no more than worth a look: throughline customers review.`,
    );
    if (wouldChange) context.print('Do it with --execute.');
    else if (report.run !== null)
      context.print(
        `Undo: throughline customers runs undo ${report.run} --execute. First lead and conversion dates follow with: throughline journey build --execute`,
      );
  });
}

function printSplit(context: CliContext, split: RunSplit, verb: string): void {
  context.print(`${split.records} records ${verb} ${split.fromName} (${split.from}) for ${split.toName} (${split.to}):`);
  for (const { record, why } of split.moved) context.print(`  ${record}: ${why}`);
}

/** `throughline customers review list`. */
export async function runReview(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ limit: string; section?: ReviewSection }>() };
  const questions = await read(context, command, (transaction) =>
    listQuestions(transaction, context.modules, readLimit(flags.limit) ?? null, flags.section ?? null),
  );
  if (flags.json === true) return context.printJson({ questions });
  if (questions.length === 0) return context.print('No question is open. "throughline customers resolve" looks for new ones.');
  for (const [at, question] of questions.entries()) {
    const isTurn = question.section === 'worth_a_look' && questions[at - 1]?.section !== 'worth_a_look';
    if (isTurn && question.state === 'open') context.print('Worth a look, though less likely:');
    context.print(
      `${question.nameA} (${question.customerA}) and ${question.nameB} (${question.customerB}): ${belowOne(question.probability)} one person, ${question.atStake.toFixed(2)} at stake${question.state === 'later' ? ', put off' : ''}`,
    );
    for (const reason of question.reasons) context.print(`  ${reason}`);
  }
  context.print('Answer: throughline customers review answer A B same|different|household|later --execute');
}

/** What is asked about is never told as certain. */
function belowOne(probability: number): string {
  return Math.min(probability, 0.99).toFixed(2);
}

/** `throughline customers review answer`. */
export async function runAnswer(context: CliContext, command: Command, first: string, second: string, text: string): Promise<void> {
  const answer = readAnswer(text);
  const { dryRun, report } = await decide(context, command, 'review', (transaction, options) =>
    answerQuestion(transaction, first, second, answer, options),
  );
  if (context.flags(command).json === true) return finish(context, dryRun, () => context.printJson({ dryRun, ...report }));
  finish(context, dryRun, () =>
    context.print(
      `${report.customerA} and ${report.customerB} ${dryRun ? 'would be' : 'are'} noted as ${report.answer}; ${changedRows(report.pointers)} rows follow.${dryRun ? ' Do it with --execute.' : ''}`,
    ),
  );
}

/** `throughline customers review take-back`. */
export async function runTakeBack(context: CliContext, command: Command, first: string, second: string): Promise<void> {
  const { dryRun, report } = await decide(context, command, 'review', (transaction, options) =>
    takeBackAnswer(transaction, first, second, options),
  );
  if (context.flags(command).json === true) return finish(context, dryRun, () => context.printJson({ dryRun, ...report }));
  finish(context, dryRun, () =>
    context.print(
      `"${report.answers.join('", "')}" about ${report.customerA} and ${report.customerB} ${dryRun ? 'would no longer hold' : 'no longer holds'}; ${changedRows(report.pointers)} rows follow.${report.stillOne ? ' They stay one customer, because a rule says so: "throughline customers explain" tells which.' : ''}${dryRun ? ' Do it with --execute.' : ''}`,
    ),
  );
}

/** `throughline customers runs list`. */
export async function runRuns(context: CliContext, command: Command): Promise<void> {
  const flags = { ...context.flags(command), ...command.opts<{ limit: string }>() };
  const runs = await read(context, command, (transaction) => listRuns(transaction, readLimit(flags.limit) ?? null));
  if (flags.json === true) return context.printJson({ runs });
  if (runs.length === 0) return context.print('Nothing was resolved yet. It is after: throughline journey build --execute');
  for (const run of runs)
    context.print(
      `${run.id}  ${run.startedAt.toISOString()}  ${run.purpose} by ${run.startedBy}${tellCounts(run)}${run.undoneAt === null ? '' : ', undone'}`,
    );
}

/** What was said by hand merges nobody. */
function tellCounts({ counts, merges }: Run): string {
  return counts.said === undefined ? `: ${counts.customersCreated ?? 0} new customers, ${merges} merges` : '';
}

/** `throughline customers runs show`. */
export async function runShowRun(context: CliContext, command: Command, id: string): Promise<void> {
  const did = await read(context, command, (transaction) => showRun(transaction, id));
  if (context.flags(command).json === true) return context.printJson({ run: id, ...did });
  for (const merge of did.merges)
    context.print(
      `${merge.mergedName} (${merge.merged}) became part of ${merge.keptName} (${merge.kept})${merge.undoneAt === null ? '' : ', undone'}: ${merge.why}`,
    );
  for (const split of did.splits) printSplit(context, split, 'left');
  if (did.merges.length + did.splits.length === 0) context.print('It merged and split nobody: new customers only.');
}

/** `throughline customers runs undo`. */
export async function runUndoRun(context: CliContext, command: Command, id: string): Promise<void> {
  const { dryRun, report } = await decide(context, command, 'undo of a run', (transaction, options) => undoRun(transaction, id, options));
  if (context.flags(command).json === true) return finish(context, dryRun, () => context.printJson({ dryRun, ...report }));
  if (report.takenBack > 0)
    context.print(
      `What was said under this run ${dryRun ? 'would no longer count' : 'no longer counts'}; what counted before ${dryRun ? 'would do so' : 'does'} again.`,
    );
  finish(context, dryRun, () =>
    context.print(
      `${report.restored.length} customers ${dryRun ? 'would stand' : 'stand'} for themselves again, ${report.rejoined} records ${dryRun ? 'would go' : 'went'} back; ${report.leftAlone} merges are left alone (undone before, or their rows are gone).${dryRun ? ' Do it with --execute.' : ''}`,
    ),
  );
}

function finish(context: CliContext, dryRun: boolean, tell: () => void): void {
  tell();
  if (dryRun) context.endWith('changesFound');
}

function readAnswer(text: string): ReviewAnswer {
  const answer = REVIEW_ANSWERS.find((known) => known === text);
  if (answer !== undefined) return answer;
  throw new Fault('unknown_answer', `An answer is one of ${REVIEW_ANSWERS.join(', ')}; found "${text}".`, { exit: 'usage' });
}
