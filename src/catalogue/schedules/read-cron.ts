import { Fault } from '../../platform/fault.ts';

/** A cron line, read: for each field the values that fit. */
export interface Cron {
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  /** 0 = Sunday. */
  weekdays: ReadonlySet<number>;
  /** As cron has it: when both days are restricted, either may fit. */
  either: boolean;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads "minute hour day-of-month month day-of-week"; what cannot be read, or names no day there is, is a Fault. */
export function readCron(text: string): Cron {
  const fields = text.trim().toLowerCase().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (
    fields.length !== 5 ||
    minute === undefined ||
    hour === undefined ||
    day === undefined ||
    month === undefined ||
    weekday === undefined
  )
    throw refuse(text, 'five fields came differently');
  const cron = {
    minutes: readField(text, minute, 0, 59),
    hours: readField(text, hour, 0, 23),
    days: readField(text, day, 1, 31),
    months: readField(text, named(month, MONTHS, 1), 1, 12),
    weekdays: new Set([...readField(text, named(weekday, WEEKDAYS, 0), 0, 7)].map((value) => value % 7)),
    either: !day.startsWith('*') && !weekday.startsWith('*'),
  };
  if (!cron.either && !hasDay(cron)) throw refuse(text, 'no month has such a day');
  return cron;
}

/**
 * A cadence in words as a cron line: "mon 07:00", "mon,thu 07:00", "weekday 07:00", "day 07:00",
 * "month 07:00" (its first day) and "hour".
 */
export function cronOfWords(words: string): string {
  const text = words.trim().toLowerCase();
  if (text === 'hour') return '0 * * * *';
  const parts = /^([a-z,]+) (\d{1,2}):(\d{2})$/.exec(text);
  const [, when = '', hour = '', minute = ''] = parts ?? [];
  const time = `${Number(minute)} ${Number(hour)}`;
  const isTime = parts !== null && Number(hour) < 24 && Number(minute) < 60;
  if (isTime && when === 'day') return `${time} * * *`;
  if (isTime && when === 'weekday') return `${time} * * 1-5`;
  if (isTime && when === 'month') return `${time} 1 * *`;
  if (isTime && when.split(',').every((day) => WEEKDAYS.includes(day))) return `${time} * * ${when}`;
  throw new Fault(
    'schedule_cadence',
    `--every takes "mon 07:00", "mon,thu 07:00", "weekday 07:00", "day 07:00", "month 07:00" or "hour"; "${words}" came. --cron takes anything else, e.g. "0 7 * * 1".`,
    { exit: 'usage' },
  );
}

function named(field: string, names: readonly string[], first: number): string {
  return field.replace(/[a-z]+/g, (name) => (names.includes(name) ? String(names.indexOf(name) + first) : name));
}

function readField(text: string, field: string, least: number, most: number): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', from, to, step] = /^(\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? [];
    const first = range === '*' ? least : Number(from ?? Number.NaN);
    const last = range === '*' || (to === undefined && step !== undefined) ? most : Number(to ?? from ?? Number.NaN);
    const by = Number(step ?? 1);
    if (!(first >= least && last <= most && first <= last && by >= 1))
      throw refuse(text, `"${part}" does not fit into ${least} to ${most}`);
    for (let value = first; value <= last; value += by) values.add(value);
  }
  return values;
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function hasDay({ days, months }: Pick<Cron, 'days' | 'months'>): boolean {
  return [...months].some((month) => [...days].some((day) => day <= (LONGEST[month - 1] ?? 31)));
}

function refuse(text: string, why: string): Fault {
  return new Fault(
    'schedule_cadence',
    `--cron takes minute, hour, day of month, month and day of week, e.g. "0 7 * * 1" for Mondays at seven; "${text}" came: ${why}.`,
    { exit: 'usage' },
  );
}
