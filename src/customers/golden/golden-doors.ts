import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { read } from '../doors/read-commands.ts';
import { decide } from '../doors/write-commands.ts';
import { GOLDEN_CHOICES, tellRule } from './golden-fields.ts';
import { listGoldenFields } from './list-golden-fields.ts';
import { type FieldReport, type FieldSaying, setField } from './say/set-field.ts';
import { setRule } from './say/set-rule.ts';

/** `throughline customers fields`. */
export async function runFields(context: CliContext, command: Command): Promise<void> {
  const fields = await read(context, command, listGoldenFields);
  if (context.flags(command).json === true) return context.printJson({ fields });
  for (const { field, title, rule, says, decidedBy, decidedAt } of fields) {
    const who = decidedBy === null ? '' : `; set by ${decidedBy} on ${decidedAt?.slice(0, 10) ?? ''}`;
    context.print(`${field.padEnd(20)} ${title}: ${says}${rule === null ? '' : ` (${rule}${who})`}`);
  }
  context.print('Change one: throughline customers fields set FIELD --rule RULE [--sources jobs,…] --execute');
}

/** `throughline customers fields set FIELD --rule RULE`. */
export async function runSetRule(context: CliContext, command: Command, field: string): Promise<void> {
  const { rule, sources } = command.opts<{ rule: string; sources?: string }>();
  const { dryRun, report } = await decide(context, command, 'a rule', (transaction, options) =>
    setRule(transaction, { field, rule, sources: readList(sources) }, options),
  );
  if (context.flags(command).json === true) context.printJson({ dryRun, ...report });
  else {
    const title = GOLDEN_CHOICES.find(({ choice }) => choice === report.field)?.title ?? report.field;
    context.print(
      `The ${title} ${dryRun ? 'would be' : 'is'} ${tellRule(report.after.rule, report.after.sources)}; for ${report.changed} customers it ${dryRun ? 'would be' : 'is'} another than before.`,
    );
    for (const { customer, before, after } of report.examples) context.print(`  ${customer}: ${before ?? 'none'} → ${after ?? 'none'}`);
    context.print(howOn(dryRun, report.run));
  }
  if (dryRun) context.endWith('changesFound');
}

/** `throughline customers set CUSTOMER FIELD VALUE|--from RECORD`. */
export async function runSet(
  context: CliContext,
  command: Command,
  { customer, field, value }: { customer: string; field: string; value: string | undefined },
): Promise<void> {
  const { from } = command.opts<{ from?: string }>();
  if ((value === undefined) === (from === undefined))
    throw new Fault(
      'value_or_record',
      'Give either the value or the record that has it: customers set CUSTOMER FIELD VALUE, or --from RECORD.',
      {
        exit: 'usage',
      },
    );
  await say(context, command, { customer, field, to: value === undefined ? { record: from ?? '' } : { value } });
}

/** `throughline customers unset CUSTOMER FIELD`. */
export function runUnset(context: CliContext, command: Command, { customer, field }: { customer: string; field: string }): Promise<void> {
  return say(context, command, { customer, field, to: 'rules' });
}

async function say(context: CliContext, command: Command, saying: FieldSaying): Promise<void> {
  const { dryRun, report } = await decide(context, command, 'a value', (transaction, options) => setField(transaction, saying, options));
  if (context.flags(command).json === true) context.printJson({ dryRun, ...report });
  else context.print(`${tellField(report, dryRun)}\n${howOn(dryRun, report.run)}`);
  if (dryRun) context.endWith('changesFound');
}

function tellField({ field, customer, before, after }: FieldReport, dryRun: boolean): string {
  return `${field} of ${customer} ${dryRun ? 'would be' : 'is'} ${after.value ?? 'nothing'}, before ${before.value ?? 'nothing'}. ${after.why}`;
}

function howOn(dryRun: boolean, run: string): string {
  return dryRun ? 'Do it with --execute.' : `Undo: throughline customers runs undo ${run} --execute`;
}

function readList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
