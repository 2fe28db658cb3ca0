import type { Measure, Plain } from './measure.ts';

/** A column of the rows and the name of the parameter whose text it must equal; null equals null. */
export interface KeyCondition {
  column: string;
  parameter: string;
}

export interface WantedStatement {
  steps: string;
  measure: Measure | null;
  keys: readonly KeyCondition[];
  /** Boolean columns that hold for every row of the question. */
  only: readonly string[];
}

/**
 * Two statements over the same rows: the figure worked out from them with their number, and
 * the rows themselves, a page of them, each with what it adds to the figure.
 */
export function drillStatements(wanted: WantedStatement): { figure: string; rows: string } {
  const steps = `with ${wanted.steps},\n\n${chosenRows(wanted)}`;
  return {
    figure: `${steps}\n\nselect count(*) as row_count, ${figureOf(wanted.measure)} as figure\nfrom chosen`,
    rows: `${steps}

select
  chosen.source, chosen.id, chosen.reference, chosen.day, chosen.status, chosen.currency, chosen.customer_id, people.name as customer_name,
  chosen.amount_part as amount, chosen.amount_whole as of_amount, batches.number as import_number, files.name as file_name, chosen.line
from chosen
left join customers.customers as people on people.business_id = :business_id and people.id = chosen.customer_id
left join import.files as files on files.business_id = :business_id and files.id = chosen.file_id
left join import.batches as batches on batches.business_id = :business_id and batches.id = chosen.batch_id
order by chosen.day nulls last, chosen.source, chosen.reference, chosen.id
limit :row_limit offset :row_offset`,
  };
}

/** The rows behind the figure, each with its part (`amount`) and, of a ratio, what it adds to the whole (`of_amount`). */
function chosenRows({ measure, keys, only }: WantedStatement): string {
  const isShare = measure?.kind === 'share';
  const outer = measure?.kind === 'all' ? [] : keys.filter((key) => !isShare || measure.within.includes(key.column));
  const inner = isShare ? keys.filter((key) => !outer.includes(key)) : [];
  const amount = amountOf(measure, inner.map(conditionOf));
  const contributes = [amount.part, amount.whole].filter((expression) => expression !== NOTHING);
  const conditions = [...only.map((flag) => `counted.${flag}`), ...outer.map(conditionOf)];
  const counts = contributes.length === 0 ? [] : [`(${contributes.map((expression) => `${expression} is not null`).join(' or ')})`];
  return `chosen as (
  select counted.*, ${amount.part} as amount_part, ${amount.whole} as amount_whole
  from counted
  where ${[...conditions, ...counts, 'true'].join('\n    and ')}
)`;
}

const NOTHING = 'null::numeric';

function amountOf(measure: Measure | null, isPart: readonly string[]): { part: string; whole: string } {
  if (measure === null || measure.kind === 'all') return { part: NOTHING, whole: NOTHING };
  if (measure.kind === 'plain') return { part: givenBy(measure.of, []), whole: NOTHING };
  if (measure.kind === 'share') return { part: givenBy(measure.part, isPart), whole: givenBy(measure.part, []) };
  return { part: givenBy(measure.part, []), whole: givenBy(measure.whole, []) };
}

/** What one row gives to a figure; null when it gives nothing. */
function givenBy(plain: Plain, further: readonly string[]): string {
  const conditions = [...plain.where.map((flag) => `counted.${flag}`), ...further];
  const value = plain.column === null ? '1' : `counted.${plain.column}`;
  const typed = isText(plain) ? `${value}::text` : `${value}::numeric`;
  return conditions.length === 0 ? typed : `case when ${conditions.join(' and ')} then ${typed} end`;
}

function isText(plain: Plain): boolean {
  return plain.how === 'distinct' || plain.how === 'first' || plain.how === 'last';
}

function figureOf(measure: Measure | null): string {
  if (measure === null || measure.kind === 'all') return 'null::numeric';
  if (measure.kind === 'plain') return foldOf(measure.of, 'amount_part');
  const whole = foldOf(measure.kind === 'share' ? measure.part : measure.whole, 'amount_whole');
  const ratio = `${foldOf(measure.part, 'amount_part')} / nullif(${whole}, 0)`;
  return measure.kind === 'per' ? `1.0 * ${ratio}` : `100.0 * ${ratio}`;
}

function foldOf({ how }: Plain, column: string): string {
  switch (how) {
    case 'count':
      return `count(chosen.${column})`;
    case 'sum':
      return `coalesce(sum(chosen.${column}), 0)`;
    case 'mean':
      return `avg(chosen.${column})`;
    case 'distinct':
      return `count(distinct chosen.${column})`;
    case 'least':
    case 'first':
      return `min(chosen.${column})`;
    case 'most':
    case 'last':
      return `max(chosen.${column})`;
    default:
      return `percentile_cont(${PERCENTILES[how]}) within group (order by chosen.${column})`;
  }
}

const PERCENTILES = { median: 0.5, p25: 0.25, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

function conditionOf({ column, parameter }: KeyCondition): string {
  return `counted.${column}::text is not distinct from :${parameter}`;
}
