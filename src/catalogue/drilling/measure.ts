import { Fault } from '../../platform/fault.ts';

/** One figure over rows: how the values of a column (or the rows themselves) become one number. */
export interface Plain {
  how: 'count' | 'sum' | 'mean' | 'distinct' | 'first' | 'last' | 'least' | 'most' | 'median' | 'p25' | 'p75' | 'p90' | 'p95';
  /** The rows' column; null for count. */
  column: string | null;
  /** Boolean columns that must all hold. */
  where: string[];
}

/** How a column of an answer comes from rows. */
export type Measure =
  | { kind: 'plain'; of: Plain }
  /** Two figures of the same rows: `percent` = 100 × part / whole, `per` = part / whole. */
  | { kind: 'percent' | 'per'; part: Plain; whole: Plain }
  /** Percent of the same figure over all rows, or over those that agree in the columns of `within`. */
  | { kind: 'share'; part: Plain; within: string[] }
  /** Taken from all rows of the question: a moving average, a growth, a forecast, a comparison. */
  | { kind: 'all' };

/** The rules of a question by column, as written in the headers: `sum revenue where is_booked`, `percent a of b`, … */
export type Rules = Readonly<Record<string, string>>;

/**
 * Reads the rule of a column. `percent A of B`, `A per B` and `share A [within x, y]` name other
 * rules; anything else unreadable is a Fault (`question_rows`).
 */
export function readMeasure(rules: Rules, column: string): Measure | null {
  const rule = rules[column];
  if (rule === undefined) return null;
  if (rule === 'all') return { kind: 'all' };
  const percent = /^percent (\w+) of (\w+)$/.exec(rule);
  if (percent !== null) return { kind: 'percent', part: plainOf(rules, percent[1]), whole: plainOf(rules, percent[2]) };
  const per = /^(\w+) per (\w+)$/.exec(rule);
  if (per !== null) return { kind: 'per', part: plainOf(rules, per[1]), whole: plainOf(rules, per[2]) };
  const share = /^share (\w+)(?: within ([\w, ]+))?$/.exec(rule);
  if (share !== null) return { kind: 'share', part: plainOf(rules, share[1]), within: share[2]?.split(/, ?/) ?? [] };
  return { kind: 'plain', of: readPlain(rule, column) };
}

function plainOf(rules: Rules, name: string | undefined): Plain {
  const rule = rules[name ?? ''];
  if (rule === undefined) throw new Fault('question_rows', `A rule names "${name}", for which the rows have no rule of its own.`);
  return readPlain(rule, name ?? '');
}

function readPlain(rule: string, column: string): Plain {
  const read = /^(count|(sum|mean|distinct|first|last|least|most|median|p25|p75|p90|p95) (\w+))(?: where (\w+(?: and \w+)*))?$/.exec(rule);
  if (read === null) {
    throw new Fault(
      'question_rows',
      `The rule of "${column}" is "${rule}". Write count, sum X, mean X, median X, p25 X (p75, p90, p95), distinct X, first X, last X, least X or most X, each with "where FLAG and FLAG" if need be; percent A of B, A per B, share A within KEY; or all.`,
    );
  }
  return { how: HOWS[read[2] ?? 'count'] ?? 'count', column: read[3] ?? null, where: read[4]?.split(' and ') ?? [] };
}

const HOWS: Record<string, Plain['how']> = {
  sum: 'sum',
  mean: 'mean',
  distinct: 'distinct',
  first: 'first',
  last: 'last',
  least: 'least',
  most: 'most',
  median: 'median',
  p25: 'p25',
  p75: 'p75',
  p90: 'p90',
  p95: 'p95',
};
