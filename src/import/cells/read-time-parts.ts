export interface TimeParts {
  hour: number;
  minute: number;
  second: number;
  /** Digits after the second's point, '' when there are none. */
  fraction: string;
  /** Minutes east of UTC when the text says so. */
  offsetMinutes?: number;
}

const TIME =
  /^[T,\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp])?(?:\.?[Mm]\.?)?\s*(Z|z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?)?$/;
export const MIDNIGHT: TimeParts = Object.freeze({ hour: 0, minute: 0, second: 0, fraction: '' });

/** Reads what follows a date: H:MM[:SS] [AM|PM] [offset]. Undefined when it is no time of day. */
export function readTimeParts(rest: string): TimeParts | undefined {
  if (rest === '') return MIDNIGHT;
  const match = TIME.exec(rest);
  if (match === null) return undefined;
  const written = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3] ?? '0');
  const hour = match[5] === undefined ? written : twelveHour(written, match[5].toLowerCase() === 'p');
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const parts: TimeParts = { hour, minute, second, fraction: match[4] ?? '' };
  if (match[6] === undefined) return parts;
  const offsetMinutes = readOffset(match[6]);
  return offsetMinutes === undefined ? undefined : { ...parts, offsetMinutes };
}

/** 24, which no day has, when the hour cannot stand beside AM or PM. */
function twelveHour(hour: number, isAfternoon: boolean): number {
  if (hour > 12 || (hour === 0 && isAfternoon)) return 24;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

function readOffset(text: string): number | undefined {
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0');
  // The farthest zones are UTC-12 and UTC+14.
  if (minutes > 14 * 60 || Number(match[3] ?? '0') > 59) return undefined;
  return match[1] === '-' ? -minutes : minutes;
}
