import { addDays, offsetOf, offsetTime, reportDay } from './calendar.ts';
import type { JobFacts, Place, Quote } from './model.ts';
import type { Random } from './random.ts';
import type { Cell, Columns } from './sheet.ts';
import { branchCell, sellerCell, sourceCell, statusCell } from './wording.ts';
import { decimal, odd, writeCount, writeDay, writeMoney } from './writing.ts';

export interface JobLine {
  quote: Quote;
  job: JobFacts;
}

/** All 89 columns of the all-jobs report, in its order. */
export function jobColumns(random: Random): Columns<JobLine> {
  const money = (cents: number | null, { quote }: JobLine): Cell => writeMoney(random, cents, quote.branch.currency);
  return [
    ['Job Id', ({ job }) => job.id],
    ['Job Number', ({ quote, job }) => (quote.number === null ? '' : `${quote.number}-${job.sequence}`)],
    ['Opportunity Status', ({ job }) => statusCell(job.statusText)],
    ['Opportunity Type', ({ job }) => (job.origin.state === job.destination.state ? 'Local' : 'Interstate')],
    ['Job Type', ({ job }) => job.jobType],
    ['Branch Name', ({ job }) => branchCell(job.wording.branch)],
    ['Customer Name', ({ job }) => nameCell(job.contact.name)],
    ['Customer Email', ({ job }) => emailCell(job.contact.email)],
    ['Customer Phone', ({ job }) => phoneCell(job.contact.phone)],
    ['Sales Person Name', ({ job }) => sellerCell(job.wording.seller)],
    ['Estimator Name', () => ''],
    ['Move Coordinator Name', ({ job }) => (job.crew === 5 ? 'Noor Haddad' : '')],
    ['Referral Source', ({ job }) => sourceCell(job.wording.source)],
    ['Affiliate Name', ({ job }) => job.affiliate],
    ['Crew Member Names', ({ job }) => (job.crew === null ? '' : CREW.slice(0, job.crew).join('; '))],
    ['Truck Names', ({ job }) => (job.trucks === null ? '' : job.trucks === 1 ? 'Bison' : 'Bison; Pronghorn')],
    ...placeColumns('Origin', ({ job }) => job.origin),
    ...placeColumns('Destination', ({ job }) => job.destination),
    ['Job Date', ({ job }) => writeDay(random, job.jobDate)],
    ['End Date', ({ job }) => writeDay(random, job.end?.slice(0, 10) ?? null)],
    ['Created at Utc', ({ job }) => localUnderUtc(job.created)],
    ['Booked at Utc', ({ job }) => localUnderUtc(job.booked)],
    ['Start Time Utc', ({ quote, job }) => withOffset(quote, job.start)],
    ['End Time Utc', ({ quote, job }) => withOffset(quote, job.end)],
    ['Completed at Utc', ({ job }) => localUnderUtc(job.end?.slice(0, 10) ?? null)],
    ['Closed at Utc', ({ job }) => localUnderUtc(job.end === null ? null : addDays(job.end, 1))],
    ['Move Date Is TBD', ({ job }) => (job.jobDate === null ? 'Yes' : 'No')],
    ...costColumns('Estimated', money, ({ job }) => job.estimatedCents),
    ['Total Estimated Cost', (line) => money(line.job.estimatedCents, line)],
    ...costColumns('Actual', money, ({ job }) => job.actualCents),
    ['Credit Card Fees Actual Cost', (line) => money(line.job.actualCents === null ? null : 0, line)],
    ['Total Actual Cost', (line) => money(line.job.actualCents, line)],
    ['Tip Amount', (line) => money(line.job.tipCents, line)],
    ['Wages', (line) => money(line.job.crew === null ? null : line.job.crew * 21_000, line)],
    ['Estimated Number of Crew', ({ job }) => writeCount(job.crew)],
    ['Actual Number of Crew', ({ job }) => writeCount(job.crew)],
    ['Estimated Number of Trucks', ({ job }) => writeCount(job.trucks)],
    ['Actual Number of Trucks', ({ job }) => writeCount(job.trucks)],
    ['Total Estimated Time Hours', () => '6.00'],
    ['Actual Time Hours', ({ job }) => hoursBetween(job.start, job.end)],
    ['Total Job Time Deductions Minutes', ({ job }) => (job.actualCents === null ? '' : '30')],
    ['Origin to Destination Mileage', () => '14.2'],
    ['Round Trip Mileage', () => '36.9'],
    ['Hourly Rate Quoted', (line) => money(line.job.rateQuotedCents, line)],
    ['Hourly Rate Billed', (line) => money(line.job.rateBilledCents, line)],
    ['Job Rating', ({ job }) => (job.tipCents > 0 ? '5' : '')],
    ['Pricing Method', () => 'Hourly'],
    ['Volume', ({ quote }) => (quote.volume === null ? '' : `${quote.volume}`)],
    ['Weight', ({ quote }) => (quote.weight === null ? '' : `${quote.weight}`)],
  ];
}

/** A customer's name as written, with its quirk if it has one. */
export function nameCell(name: string): Cell {
  if (name.includes(', ')) return odd('name-turned', name, name.split(', ').reverse().join(' '));
  if (/^[A-Z]\. /.test(name)) return odd('name-initial', name, name);
  return /[À-ÿ]/.test(name) ? odd('name-diacritics', name, name) : name;
}

/** An e-mail address as written. */
export function emailCell(email: string): Cell {
  return /[A-Z]/.test(email) ? odd('email-case', email, email.trim().toLowerCase()) : email;
}

/** A telephone number as written; the quirky ones stand for E.164, or for nothing. */
export function phoneCell(phone: string): Cell {
  const digits = phone.replaceAll(/\D/g, '');
  if (PLACEHOLDERS.includes(digits)) return odd('phone-placeholder', phone, '');
  if (/ext/.test(phone)) return odd('phone-extension', phone, `+1${digits.slice(0, 10)}`);
  if (digits.length === 7) return odd('phone-seven-digits', phone, '');
  return phone.startsWith('+44') ? odd('phone-abroad', phone, `+${digits}`) : phone;
}

function placeColumns(end: 'Origin' | 'Destination', place: (line: JobLine) => Place): Columns<JobLine> {
  return [
    [`${end} Street`, (line) => place(line).street],
    [`${end} City`, (line) => place(line).city],
    [`${end} State`, (line) => place(line).state],
    [`${end} Zip`, (line) => place(line).zip],
    [`${end} Unit`, (line) => place(line).unit],
    [`${end} Type`, (line) => place(line).type],
    [`${end} Address`, (line) => `${place(line).street}, ${place(line).city}, ${place(line).state} ${place(line).zip}`],
  ];
}

function costColumns(
  when: 'Estimated' | 'Actual',
  money: (cents: number | null, line: JobLine) => Cell,
  total: (line: JobLine) => number | null,
): Columns<JobLine> {
  const whole =
    (share: number) =>
    (line: JobLine): Cell => {
      const cents = total(line);
      return cents === null ? money(null, line) : decimal(Math.round(cents * share));
    };
  return [
    [`${when} Labor Cost`, whole(0.8)],
    [`${when} Materials Cost`, whole(0.05)],
    [`${when} Fuel Surcharges Cost`, whole(0)],
    [`${when} Insurance Cost`, whole(0)],
    [`${when} Valuation Cost`, whole(0)],
    [`${when} Additional Services Cost`, whole(0)],
    [`${when} Other Fees Cost`, whole(0)],
    [`${when} Trip Fees Cost`, whole(0.1)],
    [`${when} Storage in Transit Cost`, whole(0)],
    [`${when} Prepaid Storage Cost`, whole(0)],
    [`${when} Warehouse Handling Cost`, whole(0)],
    [`Truck Fees ${when} Cost`, whole(0)],
    [`Travel Time Fees ${when} Cost`, whole(0)],
    [`${when} Tax Amount`, whole(0.05)],
    [`${when} Discount`, whole(0)],
  ];
}

function localUnderUtc(day: string | null): Cell {
  return day === null ? '' : odd('utc-that-is-local', reportDay(day), day);
}

function withOffset(quote: Quote, time: string | null): Cell {
  if (time === null) return '';
  const offset = offsetOf(quote.branch.zone, time.slice(0, 10));
  const instant = new Date(`${time}:00${offset}`).toISOString();
  return odd(instant.slice(0, 10) === time.slice(0, 10) ? 'time-with-offset' : 'time-past-midnight-utc', offsetTime(time, offset), instant);
}

function hoursBetween(start: string | null, end: string | null): string {
  if (start === null || end === null) return '';
  return ((Date.parse(`${end}:00Z`) - Date.parse(`${start}:00Z`)) / 3_600_000).toFixed(2);
}

const CREW = ['R. Bluff', 'T. Coulee', 'M. Basin', 'K. Butte', 'L. Ridge'];
const PLACEHOLDERS = ['0000000000', '1234567890', '9999999999'];
