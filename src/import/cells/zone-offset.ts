import { Temporal } from 'temporal-polyfill';
import { Fault } from '../../platform/fault.ts';
import type { DateParts } from './read-date-parts.ts';
import type { TimeParts } from './read-time-parts.ts';

/** Undefined for a day on which the clocks change. */
type DayOffsets = Map<number, number | undefined>;

interface Zone {
  days: DayOffsets;
  /** Offset at midnight UTC, by day. */
  samples: Map<number, number>;
  clock: Intl.DateTimeFormat;
}

const DAY = 86_400_000;
const zones = new Map<string, Zone>();

/**
 * Milliseconds east of UTC of wall-clock time in an IANA zone. Kept by day: Temporal takes 20 µs a
 * call, and the 20,000 days and zones of a large import took it 2 s. It is asked only about days
 * near a change of the clocks, which the offset at midnight UTC tells.
 */
export function offsetOf(date: DateParts, time: TimeParts, timeZone: string): number {
  const zone = zones.get(timeZone) ?? openZone(timeZone);
  const day = Date.UTC(date.year, date.month - 1, date.day) / DAY;
  let offset = zone.days.get(day);
  if (offset === undefined && !zone.days.has(day)) {
    offset = steadyOffset(zone, day) ?? offsetOfWholeDay(date, timeZone);
    zone.days.set(day, offset);
  }
  return offset ?? exactOffset(date, time, timeZone);
}

function openZone(timeZone: string): Zone {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  try {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', ...parts });
    const zone = { days: new Map(), samples: new Map(), clock };
    zones.set(timeZone, zone);
    return zone;
  } catch (cause) {
    throw unknownZone(timeZone, cause);
  }
}

/** The offset of a local day, when it is the same at the four midnights UTC around it: no zone is a day from UTC. */
function steadyOffset(zone: Zone, day: number): number | undefined {
  const offset = sample(zone, day);
  const isSteady = [day - 1, day + 1, day + 2].every((near) => sample(zone, near) === offset);
  return isSteady ? offset : undefined;
}

function sample(zone: Zone, day: number): number {
  const known = zone.samples.get(day);
  if (known !== undefined) return known;
  const shown = zone.clock.format(day * DAY);
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] = (shown.match(/\d+/g) ?? []).map(Number);
  const offset = Date.UTC(year, month - 1, date, hour, minute, second) - day * DAY;
  zone.samples.set(day, offset);
  return offset;
}

/** Undefined when the clocks change between this midnight and the next. */
function offsetOfWholeDay(date: DateParts, timeZone: string): number | undefined {
  const noon = zoned({ ...date, hour: 12 }, timeZone);
  const start = noon.startOfDay();
  const end = start.add({ days: 1 });
  // A day that was left out has its noon on the next.
  const isSteady = noon.day === date.day && start.hour === 0 && start.offsetNanoseconds === noon.offsetNanoseconds;
  return isSteady && end.offsetNanoseconds === noon.offsetNanoseconds ? noon.offsetNanoseconds / 1e6 : undefined;
}

function exactOffset(date: DateParts, { hour, minute, second }: TimeParts, timeZone: string): number {
  const wallClock = Date.UTC(date.year, date.month - 1, date.day, hour, minute, second);
  return wallClock - zoned({ ...date, hour, minute, second }, timeZone).epochMilliseconds;
}

function zoned(parts: DateParts & { hour: number; minute?: number; second?: number }, timeZone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.ZonedDateTime.from({ ...parts, timeZone }, { disambiguation: 'compatible' });
  } catch (cause) {
    throw unknownZone(timeZone, cause);
  }
}

function unknownZone(timeZone: string, cause: unknown): Fault {
  return new Fault(
    'unknown_time_zone',
    `Expected an IANA time zone such as America/Edmonton, but got "${timeZone}". Correct the time zone of the branch or the business.`,
    { exit: 'configuration', cause },
  );
}
