import { asPercentText, plainNumber } from '../plain-number.ts';
import type { NumberMeaning } from './cell-formats.ts';

const DAY_SECONDS = 86_400;
/** Day number of 1 January 1970 in Excel's count. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const LAST_DAY = 2_958_465;

/** Text of a numeric cell: dates `YYYY-MM-DD[ HH:MM:SS]`, times `HH:MM:SS`, percentages with their sign. */
export function numberText(text: string, meaning: NumberMeaning, is1904: boolean): string {
  if (text === '') return '';
  if (meaning === 'plain') return plainNumber(text);
  if (meaning === 'percent') return percentText(text);
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (meaning === 'elapsed' || (meaning === 'clock' && value < 1)) return clockText(value);
  return dateText(value, is1904) ?? plainNumber(text);
}

/** A day number of Excel that stands in a date column without a date's format (1982 to 2064), as text; undefined when it is none. */
export function serialDateText(text: string, is1904: boolean): string | undefined {
  if (!/^[2-6]\d{4}(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return value < 30_000 || value > 60_000 ? undefined : dateText(value, is1904);
}

/** ISO text of a cell that already holds a date (type `d`). */
export function isoCellText(text: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(text);
  if (match === null) return text;
  const time = match[2] ?? '00:00:00';
  return time === '00:00:00' ? (match[1] ?? '') : `${match[1]} ${time}`;
}

/** Control characters stand in a sheet as `_x000D_`; NUL is dropped. */
export function withoutEscapes(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return plain.includes('\0') ? plain.replaceAll('\0', '') : plain;
}

function percentText(text: string): string {
  const number = plainNumber(text);
  return /^-?\d+(\.\d+)?$/.test(number) ? asPercentText(number) : text;
}

function clockText(value: number): string {
  const seconds = Math.round(Math.abs(value) * DAY_SECONDS);
  const hours = Math.floor(seconds / 3600);
  return `${value < 0 ? '-' : ''}${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const days = new Map<number, string>();

/** '' for day 0, which Excel shows as 1/0/1900; undefined outside Excel's calendar. */
function dateText(value: number, is1904: boolean): string | undefined {
  let day = Math.floor(value);
  let seconds = Math.round((value - day) * DAY_SECONDS);
  if (seconds === DAY_SECONDS) {
    day += 1;
    seconds = 0;
  }
  if (day < 0 || day > LAST_DAY) return undefined;
  if (day === 0 && !is1904) return '';
  const date = dayText(is1904 ? day - EPOCH_1904 : day - EPOCH_1900 + (day < 60 ? 1 : 0));
  if (seconds === 0) return date;
  return `${date} ${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function dayText(unixDay: number): string {
  let text = days.get(unixDay);
  if (text === undefined) {
    text = new Date(unixDay * DAY_SECONDS * 1000).toISOString().slice(0, 10);
    if (days.size < 100_000) days.set(unixDay, text);
  }
  return text;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
