import type { AnswerShape, QuestionShape } from '../../../contract/questions.ts';

type Row = Record<string, unknown>;
type Column = AnswerShape['columns'][number];

/** Another column that splits the rows into parts of which one is drawn at a time. */
export interface Split {
  column: string;
  values: string[];
}

export interface ChartPoints {
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
  /** Whether the series are parts of one whole, which may stand on each other. */
  areParts: boolean;
  /** The column the values are of: says how they are written. */
  measure: Column;
  /** What was left out of the drawing, in words; the table has everything. */
  leftOut: string[];
}

const MOST_SERIES = 8;
const MOST_BARS = 30;
const MOST_BARS_OVER_TIME = 60;

/**
 * The columns by which rows must be chosen before a chart can be drawn: the currency first, for
 * amounts of two currencies have no common axis, then whatever makes two rows of one point.
 */
export function splitsOf(question: QuestionShape, answer: AnswerShape): Split[] {
  const { chart } = question;
  const splits: Split[] = [];
  let { rows } = answer;
  const currency = distinct(rows, 'currency');
  if (currency.length > 1 && chart.x !== 'currency') splits.push({ column: 'currency', values: currency });
  rows = choose(rows, splits, {});
  if (chart.series !== undefined && chart.series !== 'currency' && divides(rows, chart)) {
    splits.push({ column: chart.series, values: distinct(rows, chart.series) });
    rows = choose(rows, splits.slice(-1), {});
  }
  while (!isOneRowPerPoint(rows, chart, splits)) {
    const next = answer.columns.find((column) => canSplit(column, rows, chart, splits));
    if (next === undefined) break;
    splits.push({ column: next.name, values: distinct(rows, next.name) });
    rows = choose(rows, splits.slice(-1), {});
  }
  return splits;
}

/** What is drawn of an answer under the chosen parts; undefined when it is a table, or nothing can be drawn honestly. */
export function chartPoints(
  question: QuestionShape,
  answer: AnswerShape,
  splits: readonly Split[],
  chosen: Readonly<Record<string, string>>,
): ChartPoints | undefined {
  const { chart } = question;
  if (chart.type === 'table') return undefined;
  const rows = choose(answer.rows, splits, chosen);
  const [first] = rows;
  const measures = measuresOf(question, answer);
  const [measure] = measures;
  if (first === undefined || measure === undefined || !isOneRowPerPoint(rows, chart, splits)) return undefined;
  if (chart.x === undefined)
    return {
      categories: measures.map((column) => column.name),
      series: [{ name: '', values: measures.map((column) => numberOf(first[column.name])) }],
      measure,
      areParts: false,
      leftOut: [],
    };
  const { x } = chart;
  const all = distinct(rows, x);
  // Of days and months the last ones are worth seeing, of names the first: answers put what matters on top.
  const isOverTime = all.every((category) => /^\d{4}(-\d\d){0,2}$/.test(category));
  const most = isOverTime ? MOST_BARS_OVER_TIME : MOST_BARS;
  const categories = chart.type !== 'bar' ? all : isOverTime ? all.slice(-most) : all.slice(0, most);
  const by = seriesColumn(chart, splits);
  const series =
    by === undefined
      ? measures.map((column) => seriesOf(column.name, rows, x, categories, column.name))
      : byColumn(by, measure, rows, x, categories);
  return {
    categories,
    series: series.slice(0, MOST_SERIES),
    measure,
    areParts: by !== undefined && measure.type !== 'percent',
    leftOut: [
      ...(all.length > categories.length ? [`the ${isOverTime ? 'last' : 'first'} ${categories.length} of ${all.length}`] : []),
      ...(series.length > MOST_SERIES ? [`the ${MOST_SERIES} largest of ${series.length}`] : []),
    ],
  };
}

/** Measures that can share an axis with the first: amounts with amounts, shares with shares. */
function measuresOf({ chart }: QuestionShape, answer: AnswerShape): Column[] {
  const columns = chart.y.flatMap((name) => answer.columns.find((column) => column.name === name) ?? []);
  return columns.filter((column) => chart.type === 'tile' || (column.type === columns[0]?.type && column.unit === columns[0]?.unit));
}

function byColumn(by: string, measure: Column, rows: readonly Row[], x: string, categories: readonly string[]): ChartPoints['series'] {
  const weigh = (values: readonly (number | null)[]): number => values.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  return distinct(rows, by)
    .map((name) =>
      seriesOf(
        name,
        rows.filter((row) => textOf(row[by]) === name),
        x,
        categories,
        measure.name,
      ),
    )
    .sort((one, other) => weigh(other.values) - weigh(one.values));
}

function seriesOf(
  name: string,
  rows: readonly Row[],
  x: string,
  categories: readonly string[],
  measure: string,
): ChartPoints['series'][number] {
  const values = new Map(rows.map((row) => [textOf(row[x]), numberOf(row[measure])]));
  return { name, values: categories.map((category) => values.get(category) ?? null) };
}

function seriesColumn(chart: QuestionShape['chart'], splits: readonly Split[]): string | undefined {
  return chart.series === undefined || chart.series === 'currency' || splits.some((split) => split.column === chart.series)
    ? undefined
    : chart.series;
}

/** Whether the series share no point with each other (days beside months): one of them at a time, then. */
function divides(rows: readonly Row[], { x, series }: QuestionShape['chart']): boolean {
  if (x === undefined || series === undefined) return false;
  const values = distinct(rows, series);
  if (values.length < 2) return false;
  return (
    series.endsWith('_type') || distinct(rows, x).length === new Set(rows.map((row) => `${textOf(row[x])} ${textOf(row[series])}`)).size
  );
}

function isOneRowPerPoint(rows: readonly Row[], chart: QuestionShape['chart'], splits: readonly Split[]): boolean {
  const { x } = chart;
  if (x === undefined) return rows.length <= 1;
  const by = seriesColumn(chart, splits);
  return new Set(rows.map((row) => `${textOf(row[x])} ${by === undefined ? '' : textOf(row[by])}`)).size === rows.length;
}

function canSplit(column: Column, rows: readonly Row[], chart: QuestionShape['chart'], splits: readonly Split[]): boolean {
  if (!['text', 'boolean'].includes(column.type) || [chart.x, chart.series].includes(column.name)) return false;
  if (splits.some((split) => split.column === column.name)) return false;
  const count = distinct(rows, column.name).length;
  return count > 1 && count <= 12;
}

function choose(rows: readonly Row[], splits: readonly Split[], chosen: Readonly<Record<string, string>>): Row[] {
  return rows.filter((row) => splits.every(({ column, values }) => textOf(row[column]) === (chosen[column] ?? values[0])));
}

/** Values in the order of the rows, except currencies: the one of most rows first. */
function distinct(rows: readonly Row[], column: string): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(textOf(row[column]), (counts.get(textOf(row[column])) ?? 0) + 1);
  const values = [...counts.keys()];
  return column === 'currency'
    ? values.filter((value) => value !== '').sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
    : values;
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
