import { parseCount } from '../../import/cells/parse-count.ts';
import { parseDay } from '../../import/cells/parse-day.ts';
import { parseDecimal } from '../../import/cells/parse-decimal.ts';
import { parseDurationMinutes, parseDurationSeconds } from '../../import/cells/parse-duration.ts';
import { parseInstant } from '../../import/cells/parse-instant.ts';
import { parseMoney } from '../../import/cells/parse-money.ts';
import { parseMonth } from '../../import/cells/parse-month.ts';
import { parsePercent } from '../../import/cells/parse-percent.ts';
import { parseQuoteNumber } from '../../import/cells/parse-quote-number.ts';
import type { Reading } from '../../import/cells/reading.ts';
import { parseStatus } from '../../import/cells/parse-status.ts';
import { parseText } from '../../import/cells/parse-text.ts';
import { parseVolumeWeight } from '../../import/cells/parse-volume-weight.ts';
import type { CellReading, KindColumn } from '../../import/file-kind.ts';

type Traits = Pick<KindColumn, 'required' | 'distinctive'>;

const NOTHING: CellReading = { ok: true, values: [null] };

/** A column kept as it is written, without outer spaces. */
export function textColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, read: (text) => (text === '' ? NOTHING : { ok: true, values: [parseText(text)] }) };
}

/** An amount in the branch's currency, two decimals. */
export function moneyColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, holds: 'number', read: (text, context) => one(parseMoney(text, context.currency)) };
}

/** A whole number. */
export function countColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, holds: 'number', read: (text) => one(parseCount(text)) };
}

/** A plain number with decimals. */
export function decimalColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, holds: 'number', read: (text) => one(parseDecimal(text)) };
}

/** A percentage, 0-100. */
export function percentColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, holds: 'number', read: (text) => one(parsePercent(text)) };
}

/** A business day. */
export function dayColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, holds: 'date', read: (text) => one(parseDay(text)) };
}

/** A month: `2025-03`, `3/2025`, `Mar 2025` or any day of it, as its first day. */
export function monthColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, read: (text) => one(parseMonth(text)) };
}

/** An instant; without an offset it is read in the branch's zone. */
export function instantColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name], ...traits, holds: 'date', read: (text, context) => one(parseInstant(text, context.timeZone)) };
}

/** A duration: the text as written in `name`, minutes beside it in `name_minutes`. */
export function minutesColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return { name, headers, to: [name, `${name}_minutes`], ...traits, read: (text) => besideText(text, parseDurationMinutes(text)) };
}

/** A duration such as 00:04:20: the text as written, seconds in `to`. */
export function secondsColumn(name: string, to: string, headers: readonly string[]): KindColumn {
  return { name, headers, to: [name, to], read: (text) => besideText(text, parseDurationSeconds(text)) };
}

/** The quote number: the leading digits of the cell. */
export function quoteNumberColumn(headers: readonly string[]): KindColumn {
  return { name: 'quote_number', headers, to: ['quote_number'], required: true, read: (text) => one(parseQuoteNumber(text)) };
}

/** Outcome and reason in one text: kept as written, with its group and its reason beside it. */
export function statusColumn(name: string, headers: readonly string[], traits: Traits = {}): KindColumn {
  return {
    name,
    headers,
    to: [name, `${name}_group`, `${name}_reason`],
    ...traits,
    read(text) {
      const kept = parseText(text);
      const reading = parseStatus(text);
      // The wording is each company's own: a status we do not know is kept, without a group.
      if (!reading.ok || reading.value === null) return { ok: true, values: [kept, null, null] };
      const { group, status, reason } = reading.value;
      return { ok: true, values: [kept, status === 'CLOSED' ? 'closed' : group, reason] };
    },
  };
}

/** "525 cuft / 3698 lbs" as cubic feet and pounds. */
export function volumeWeightColumn(headers: readonly string[]): KindColumn {
  return {
    name: 'volume_weight',
    headers,
    to: ['volume_cuft', 'weight_lbs'],
    read(text) {
      const reading = parseVolumeWeight(text);
      if (!reading.ok) return reading;
      return { ok: true, values: [numberText(reading.value?.volumeCuft), numberText(reading.value?.weightLbs)] };
    },
  };
}

/** One half of a volume/weight pair in a column of its own ("Volume", "Weight"), with or without its unit. */
export function measureColumn(name: 'volume_cuft' | 'weight_lbs', headers: readonly string[]): KindColumn {
  return { name, headers, to: [name], read: (text) => one(parseDecimal(text.replace(/\s*(cuft|cu\.? ?ft\.?|lbs?\.?)\s*$/i, ''))) };
}

function one(reading: Reading<string | number>): CellReading {
  if (!reading.ok) return reading;
  return reading.value === null ? NOTHING : { ok: true, values: [String(reading.value)] };
}

function besideText(text: string, reading: Reading<number>): CellReading {
  if (!reading.ok) return reading;
  // `--` and the like say that there is none: then there is no text to keep either.
  return { ok: true, values: [reading.value === null ? null : parseText(text), numberText(reading.value)] };
}

function numberText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
