import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';

/** One figure of an answer: the column it stands in, and what names its row. */
export interface Figure {
  measure: string;
  /** Columns that tell the answer's rows apart, with what this row holds in them; null for an empty cell. */
  where: Record<string, string | null>;
}

/** The figure in this cell, if there are rows to show behind it; undefined for names, empty cells and what no rule covers. */
export function figureIn(question: QuestionShape, row: AnswerShape['rows'][number], column: string): Figure | undefined {
  if (question.rows.measures[column] === undefined || row[column] === null || row[column] === undefined) return undefined;
  const where = question.rows.keys.map((key) => [key, row[key] === null || row[key] === undefined ? null : String(row[key])] as const);
  return { measure: column, where: Object.fromEntries(where) };
}

/** How the figure comes from its rows, for people: the rules of a question's header in words. */
export function sayRule(rule: string): string {
  if (rule === 'all') return 'Worked out from all rows of the question, not from single ones.';
  const percent = /^percent (\w+) of (\w+)$/.exec(rule);
  if (percent !== null) return `${capital(words(percent[1]))} as a percentage of ${words(percent[2])}.`;
  const per = /^(\w+) per (\w+)$/.exec(rule);
  if (per !== null) return `${capital(words(per[1]))} divided by ${words(per[2])}.`;
  const share = /^share (\w+)(?: within ([\w, ]+))?$/.exec(rule);
  if (share !== null) return `This row's part of all ${words(share[1])}${share[2] === undefined ? '' : ` within one ${words(share[2])}`}.`;
  const [plain, condition] = rule.split(' where ');
  const only = condition === undefined ? '' : `, of those that ${condition.split(' and ').map(sayFlag).join(' and ')}`;
  const [how = '', column] = (plain ?? '').split(' ');
  return `${PLAIN[how] ?? how}${column === undefined ? '' : ` ${words(column)}`}${only}.`;
}

const PLAIN: Record<string, string> = {
  count: 'Each row counts once',
  sum: 'The sum of',
  mean: 'The mean of',
  median: 'The median of',
  distinct: 'How many different',
  first: 'The first',
  last: 'The last',
  least: 'The lowest',
  most: 'The highest',
  p25: 'A quarter lies below:',
  p75: 'Three quarters lie below:',
  p90: 'Nine of ten lie below:',
  p95: '95 of 100 lie below:',
};

/** is_sold as "are sold", has_actual as "have actual". */
function sayFlag(flag: string): string {
  return words(flag.replace(/^is_/, 'are_').replace(/^has_/, 'have_'));
}

function words(name: string | undefined): string {
  return (name ?? '').replaceAll('_', ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
