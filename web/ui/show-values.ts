const numbers = new Intl.NumberFormat();
const LONG_DAY = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', timeZone: 'UTC' });

/** 12345 as the reader writes it; a dash for nothing. */
export function showCount(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : numbers.format(value);
}

/** An amount with its currency, without cents. */
export function showMoney(value: number | null | undefined, currency: string): string {
  if (value === null || value === undefined) return '–';
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(value);
}

/** An amount for an axis: 12.4k. */
export function showShortMoney(value: number): string {
  return new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** 12.3 as 12.3 %. */
export function showPercent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(value)} %`;
}

/** A business day (YYYY-MM-DD); it has no time and is never shifted to the reader's zone. */
export function showDay(day: string | null | undefined, style: 'long' | 'weekday' | 'month' = 'long'): string {
  if (day === null || day === undefined) return '–';
  const format = style === 'weekday' ? WEEKDAY : style === 'month' ? MONTH : LONG_DAY;
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** An instant, in the zone of the business. */
export function showInstant(instant: string | null | undefined, timeZone: string): string {
  if (instant === null || instant === undefined) return '–';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
}

/** +14035550103 as people in the +1 countries write it, (403) 555-0103; other numbers stay in their international form. */
export function showPhone(phone: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})(.*)$/.exec(phone);
  return parts === null ? phone : `(${parts[1]}) ${parts[2]}-${parts[3]}${parts[4]}`;
}

/** "1 row", "2 rows". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${showCount(count)} ${count === 1 ? one : many}`;
}

const SOURCES: Record<string, string> = {
  'journey.jobs': 'job',
  'journey.booked_opportunities': 'quote',
  'journey.lead_status': 'lead',
  'journey.bad_leads': 'bad lead',
  'journey.lost_leads': 'lost lead',
};

/** What a source row is in a user's words. */
export function showSource(source: string): string {
  return SOURCES[source] ?? source.replace(/^.*\./, '').replaceAll('_', ' ');
}

/** lead_source and leadSource as "Lead source". */
export function showName(name: string): string {
  const words = name
    .replace(/^.*\./, '')
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 1536 as 1.5 kB; never as single bytes. */
export function showBytes(bytes: number): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'];
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return new Intl.NumberFormat(undefined, { style: 'unit', unit: units[power - 1] ?? 'kilobyte', maximumFractionDigits: 1 }).format(
    bytes / 1024 ** power,
  );
}
