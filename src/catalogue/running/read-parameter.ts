import { Fault } from '../../platform/fault.ts';
import type { Parameter, ParameterType } from '../question.ts';
import { suggestion } from '../suggestion.ts';

/** A parameter as it is bound to a statement; null when it was not given. */
export type ParameterValue = string | number | boolean | string[] | null;

/** One value as its type; '' and null mean "not given". What cannot be read is a Fault (`parameter_value`). */
export function readParameter(parameter: Parameter, value: unknown): ParameterValue {
  if (value === null || value === undefined || value === '') return null;
  if (parameter.type === 'text[]') return readList(parameter, value);
  if (Array.isArray(value)) throw unreadable(parameter, value.join(', '), 'one value, not several');
  if (parameter.type === 'boolean') return readBoolean(parameter, value);
  const text = String(value).trim();
  if (parameter.type === 'integer' || parameter.type === 'number') return readNumber(parameter, text);
  if (parameter.choices !== undefined) return readChoice(parameter, text, parameter.choices);
  const reader = READERS[parameter.type];
  if (reader === undefined) return text;
  return reader.read(text) ?? refuse(parameter, text, reader.expected);
}

interface TextReader {
  expected: string;
  read(text: string): string | null;
}

const READERS: Partial<Record<ParameterType, TextReader>> = {
  date: { expected: 'a day like 2025-03-01', read: (text) => (isDay(text) ? text : null) },
  uuid: {
    expected: 'an id (uuid)',
    read: (text) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null),
  },
  currency: { expected: 'a currency of three letters like USD', read: (text) => (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null) },
  time_zone: { expected: 'an IANA time zone like America/Chicago', read: readTimeZone },
};

/** February 30 is no day, though Date would take it for March 2. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Only region names: a fixed offset has no daylight saving, and PostgreSQL reads its sign the other way round. */
function readTimeZone(text: string): string | null {
  if (!/^(UTC|[A-Za-z_]+\/[A-Za-z0-9_+\-/]+)$/.test(text)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null;
  }
}

/** In any case: `closed` is CLOSED. */
function readChoice(parameter: Parameter, text: string, choices: readonly string[]): string {
  const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  return found ?? refuse(parameter, text, `one of ${choices.join(', ')}${suggestion(text, choices)}`);
}

function readNumber(parameter: Parameter, text: string): number {
  const pattern = parameter.type === 'integer' ? /^-?\d{1,15}$/ : /^-?\d{1,12}(\.\d{1,6})?$/;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = parameter;
  const value = Number(text);
  if (pattern.test(text) && value >= least && value <= most) return value;
  const range = Number.isFinite(least) || Number.isFinite(most) ? ` from ${least} to ${most}` : '';
  return refuse(parameter, text, `${parameter.type === 'integer' ? 'a whole number' : 'a number'}${range}`);
}

function readBoolean(parameter: Parameter, value: unknown): boolean {
  const text = String(value).toLowerCase();
  if (['true', 'yes', '1'].includes(text)) return true;
  if (['false', 'no', '0'].includes(text)) return false;
  return refuse(parameter, text, 'true or false');
}

/** A list comes as several values or as one text with commas. */
function readList(parameter: Parameter, value: unknown): string[] | null {
  const parts = (Array.isArray(value) ? value : String(value).split(','))
    .map((part: unknown) => String(part).trim())
    .filter((part) => part !== '');
  if (parts.length > 1000) throw unreadable(parameter, `${parts.length} values`, 'at most 1000 values');
  return parts.length === 0 ? null : parts;
}

function refuse(parameter: Parameter, value: string, expected: string): never {
  throw unreadable(parameter, value, expected);
}

function unreadable(parameter: Parameter, value: string, expected: string): Fault {
  return new Fault(
    'parameter_value',
    `The parameter "${parameter.name}" takes ${expected}; "${value.slice(0, 100)}" came. ${parameter.meaning}`,
    {
      exit: 'usage',
      details: { parameter: parameter.name, type: parameter.type },
    },
  );
}
