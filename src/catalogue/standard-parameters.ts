import { Fault } from '../platform/fault.ts';
import type { Parameter } from './question.ts';

const JOB_STATUSES = ['QUOTED', 'BOOKED', 'CLOSED', 'LOST', 'CANCELLED'];
const LEAD_STATUSES = ['open', 'booked', 'closed', 'cancelled', 'lost', 'bad'];
const PERIODS = ['day', 'week', 'month', 'quarter', 'year'];

/** Parameters that mean the same in every question; a header names them without repeating them. */
const STANDARD: readonly Parameter[] = [
  { name: 'date_from', type: 'date', default: null, meaning: 'First day that counts (YYYY-MM-DD); empty = from the beginning.' },
  { name: 'date_to', type: 'date', default: null, meaning: 'First day that no longer counts (YYYY-MM-DD); empty = to the end.' },
  { name: 'as_of', type: 'date', default: null, meaning: 'The day that counts as today; empty = today in the time zone asked for.' },
  {
    name: 'time_zone',
    type: 'time_zone',
    default: null,
    meaning: 'IANA zone that turns instants into days, e.g. America/Chicago; empty = the zone of the business.',
  },
  { name: 'branch', type: 'branch', default: null, meaning: 'Only this branch: its name or id.' },
  { name: 'sales_person', type: 'sales_person', default: null, meaning: 'Only this sales person: name, spelling or id.' },
  { name: 'lead_source', type: 'lead_source', default: null, meaning: 'Only this lead source: name, spelling or id.' },
  { name: 'status', type: 'text', default: null, choices: JOB_STATUSES, meaning: `Only jobs that stand so: ${JOB_STATUSES.join(', ')}.` },
  {
    name: 'period',
    type: 'text',
    default: 'month',
    choices: PERIODS,
    meaning: 'How long a period is: day, week, month, quarter or year; weeks and years begin as the business says.',
  },
  { name: 'customer', type: 'customer', default: null, meaning: 'Only this customer: id (one merged away answers for its successor).' },
  { name: 'currency', type: 'currency', default: null, meaning: 'Only rows in this currency, e.g. USD; empty = all, each apart.' },
  { name: 'limit', type: 'integer', default: 1000, least: 1, most: 1_000_000, meaning: 'At most so many rows.' },
];

/** `status` where the rows are others: a header names these instead. */
const STATUSES: Readonly<Record<string, Pick<Parameter, 'choices' | 'meaning'>>> = {
  'status of sold jobs': { choices: ['BOOKED', 'CLOSED'], meaning: 'Only jobs that stand so: BOOKED or CLOSED.' },
  'status of leads': { choices: LEAD_STATUSES, meaning: `Only leads that stand so: ${LEAD_STATUSES.join(', ')}.` },
};

/** A header's parameter list in full: names stand for standard parameters. */
export function expandParameters(wanted: readonly (string | Parameter)[], file: string): Parameter[] {
  return wanted.map((parameter) => (typeof parameter === 'string' ? standardParameter(parameter, file) : parameter));
}

function standardParameter(name: string, file: string): Parameter {
  const found = STANDARD.find((parameter) => parameter.name === name);
  if (found !== undefined) return found;
  const status = STATUSES[name];
  if (status !== undefined) return { name: 'status', type: 'text', default: null, ...status };
  throw new Fault(
    'question_header',
    `${file} names the parameter "${name}", which is no standard one (${STANDARD.map((parameter) => parameter.name).join(', ')}). Write its name, type, default and meaning.`,
  );
}

/** Type of a standard parameter; undefined when there is none of that name. */
export function standardType(name: string): Parameter['type'] | undefined {
  return STANDARD.find((parameter) => parameter.name === name)?.type;
}
