import { bareText } from './bare-text.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

export interface StatusReading {
  group: 'open' | 'booked' | 'cancelled' | 'lost' | 'bad';
  /** The job status; null for a bad lead, which never was a job. */
  status: 'QUOTED' | 'BOOKED' | 'CLOSED' | 'CANCELLED' | 'LOST' | null;
  /** What follows the status, lower case and without punctuation; null when nothing does. */
  reason: string | null;
}

const FAULT = unreadable(
  'unknown_status',
  'a status that begins with New lead, Lead in progress, Opportunity, Quoted, Pending, Booked, Completed, Closed, Cancelled, Lost or Bad lead',
);

/** Longest first, so that "bad lead" is not read as "bad" with the reason "lead". */
const STATUSES: [prefix: string, group: StatusReading['group'], status: StatusReading['status']][] = [
  ['lead in progress', 'open', 'QUOTED'],
  ['opportunity', 'open', 'QUOTED'],
  ['completed', 'booked', 'CLOSED'],
  ['cancelled', 'cancelled', 'CANCELLED'],
  ['canceled', 'cancelled', 'CANCELLED'],
  ['new lead', 'open', 'QUOTED'],
  ['bad lead', 'bad', null],
  ['pending', 'open', 'QUOTED'],
  ['quoted', 'open', 'QUOTED'],
  ['booked', 'booked', 'BOOKED'],
  ['closed', 'booked', 'CLOSED'],
  ['lost', 'lost', 'LOST'],
  ['bad', 'bad', null],
];

const known = new Map<string, Reading<StatusReading>>();
const KNOWN_LIMIT = 5000;

/** Reads outcome and reason from one string, whatever joins them: "Lost - Price Too High", "lost price too high". */
export function parseStatus(text: string): Reading<StatusReading> {
  // A file holds some dozens of different strings hundreds of thousands of times.
  const before = known.get(text);
  if (before !== undefined) return before;
  const reading = readStatus(text);
  if (known.size < KNOWN_LIMIT && text.length < 200) known.set(text, reading);
  return reading;
}

function readStatus(text: string): Reading<StatusReading> {
  const words = statusWords(text);
  if (words === '') return EMPTY;
  for (const [prefix, group, status] of STATUSES) {
    if (words !== prefix && !words.startsWith(`${prefix} `)) continue;
    const rest = words.slice(prefix.length + 1);
    return read(Object.freeze({ group, status, reason: rest === '' || rest === 'none' ? null : rest }));
  }
  return FAULT;
}

function statusWords(text: string): string {
  return bareText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
