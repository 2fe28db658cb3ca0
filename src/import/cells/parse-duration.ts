import { bareText, isEmptyWord } from './bare-text.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_duration', 'a duration such as 9m, 1h 47m, 1d 13h 41m or 00:04:20');
const CLOCK = /^(\d{1,5}):([0-5]\d):([0-5]\d)$/;
const UNITS =
  /^(?:(\d{1,6})\s*d(?:ays?)?)?[\s,]*(?:(\d{1,6})\s*h(?:(?:ou)?rs?)?)?[\s,]*(?:(\d{1,7})\s*m(?:in(?:ute)?s?)?)?[\s,]*(?:(\d{1,9})\s*s(?:ec(?:ond)?s?)?)?$/i;

/** Reads a duration as whole minutes towards zero: `1d 13h 41m` is 2261, `-9m` is -9, `00:04:20` is 4. */
export function parseDurationMinutes(text: string): Reading<number> {
  const seconds = parseDurationSeconds(text);
  if (!seconds.ok || seconds.value === null) return seconds;
  const minutes = Math.trunc(seconds.value / 60);
  return read(minutes === 0 ? 0 : minutes);
}

/** Reads a duration as seconds: `00:04:20` is 260, `9m` is 540. A minus sign in front holds for all of it. */
export function parseDurationSeconds(text: string): Reading<number> {
  if (text === '') return EMPTY;
  const bare = bareText(text);
  if (isEmptyWord(bare)) return EMPTY;
  const isNegative = bare.startsWith('-') || bare.startsWith('−');
  const seconds = secondsIn(isNegative ? bare.slice(1).trimStart() : bare);
  if (seconds === undefined || seconds > 2_147_483_647) return FAULT;
  return read(isNegative && seconds !== 0 ? -seconds : seconds);
}

function secondsIn(text: string): number | undefined {
  const clock = CLOCK.exec(text);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const match = text === '' ? null : UNITS.exec(text);
  if (match === null) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
}
