import { offenceLine } from '../import/index.ts';
import type { BuildReport } from './build-journey.ts';
import type { StepReport } from './maintenance-step.ts';

/** The report of a build as a table, and below it what needs a person. */
export function presentSteps(report: BuildReport): string {
  const width = Math.max(...report.steps.map((step) => step.name.length), 4);
  const rows = [
    `${'step'.padEnd(width)}  ${'changed'.padStart(10)}  ${'unresolved'.padStart(10)}`,
    ...report.steps.map((step) => `${step.name.padEnd(width)}  ${count(step.changed)}  ${count(step.unresolved)}`),
  ];
  const todo = report.steps.flatMap(openQuestions);
  const changed = report.steps.reduce((sum, step) => sum + step.changed, 0);
  const closing = report.dryRun
    ? changed === 0
      ? 'Nothing to change.'
      : `Dry run: nothing was written. Add --execute to make these ${changed.toLocaleString('en-US')} changes.`
    : `${changed.toLocaleString('en-US')} changes made.`;
  return [...rows, ...(todo.length === 0 ? [] : ['', ...todo]), ...wrong(report), '', closing].join('\n');
}

function wrong({ offences }: BuildReport): string[] {
  if (offences === null || offences.length === 0) return [];
  return [
    '',
    'The checks found rows that do not fit together. This is a fault of the program, not of your files; please report it.',
    ...offences.map((each) => `  ${offenceLine(each)}`),
    'See them again: throughline integrity list.',
  ];
}

function count(value: number): string {
  return value.toLocaleString('en-US').padStart(10);
}

/** The names that a rule could not decide, one line each: they can be mapped in data/manual_mappings. */
function openQuestions(step: StepReport): string[] {
  const lines: string[] = [];
  for (const { spelling, candidates } of listOf(step.details.ambiguous)) {
    lines.push(`${step.name}: "${spelling}" could be ${candidates.join(' or ')}`);
  }
  for (const { spelling, candidates } of listOf(step.details.withoutEvidence)) {
    lines.push(`${step.name}: "${spelling}" may be ${candidates.join(' or ')}, but nothing proves it`);
  }
  for (const { spelling, candidates } of listOf(step.details.unmatched)) {
    lines.push(`${step.name}: nobody is called "${spelling}"${candidates.length === 0 ? '' : `; the nearest is ${candidates.join(', ')}`}`);
  }
  return lines;
}

interface OpenName {
  spelling: string;
  candidates: string[];
}

/** Steps name the same two things in their own words: the text, and who could be meant. */
function listOf(detail: unknown): OpenName[] {
  if (!Array.isArray(detail)) return [];
  return detail.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const fields = new Map<string, unknown>(Object.entries(entry));
    const spelling = fields.get('spelling') ?? fields.get('name');
    const several = fields.get('candidates');
    const one = fields.get('candidate') ?? fields.get('nearest');
    const candidates = Array.isArray(several) ? several.map(String) : typeof one === 'string' ? [one] : [];
    return typeof spelling === 'string' ? [{ spelling, candidates }] : [];
  });
}
