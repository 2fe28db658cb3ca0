import type { CustomerRecord, TimelineEvent } from '../../../contract/customers.ts';
import { counted, showDay, showMoney } from '../../ui/show-values.ts';
import { describeEvent } from './describe-event.ts';

const STATIONS = [
  { station: 'lead', name: 'Lead' },
  { station: 'quote', name: 'Quote' },
  { station: 'booked', name: 'Booked' },
  { station: 'job', name: 'Job' },
  { station: 'closed', name: 'Closed' },
] as const;

/** A life as one line: when each station was first reached and with how much money. What went wrong drops below. */
export function JourneyStrip({ events, records }: { events: readonly TimelineEvent[]; records: readonly CustomerRecord[] }) {
  const dropped = events.filter((event) => describeEvent(event).tone === 'bad');
  return (
    <>
      <ol className="isolate flex max-sm:flex-col">
        {STATIONS.map(({ station, name }, index) => {
          const reached = events.filter((event) => describeEvent(event).station === station);
          return (
            <Station
              key={station}
              name={name}
              events={reached}
              isLast={index === STATIONS.length - 1}
              isNextReached={isReached(events, index + 1)}
            />
          );
        })}
      </ol>
      {dropped.length > 0 && (
        <ul className="mt-4 flex flex-wrap gap-2 border-t border-line pt-3">
          {dropped.map((event) => (
            <li
              key={`${event.kind} ${event.source} ${event.sourceId}`}
              className="figures rounded-full bg-bad-soft px-2.5 py-1 text-xs text-bad"
            >
              {describeEvent(event).title} {event.day === null ? '' : showDay(event.day)}
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-xs text-muted">
        Woven from {counted(records.length, 'row that names this person', 'rows that name this person')}
        {new Set(records.map((record) => record.source)).size > 1
          ? ` in ${new Set(records.map((record) => record.source)).size} reports`
          : ''}
        .
      </p>
    </>
  );
}

function Station({
  name,
  events,
  isLast,
  isNextReached,
}: {
  name: string;
  events: readonly TimelineEvent[];
  isLast: boolean;
  isNextReached: boolean;
}) {
  const [first] = events;
  const isReachedHere = first !== undefined;
  const amounts = totalPerCurrency(events);
  return (
    <li className="relative flex-1 max-sm:flex max-sm:gap-3 max-sm:pb-4">
      <span
        aria-hidden
        className={`relative z-10 block size-3.5 rounded-full border-2 max-sm:mt-0.5 max-sm:shrink-0 ${isReachedHere ? 'border-accent bg-accent' : 'border-line-strong/60 bg-card'}`}
      />
      {!isLast && (
        <span
          aria-hidden
          className={`absolute left-3.5 right-0 top-[6px] h-0.5 max-sm:bottom-0 max-sm:left-[6px] max-sm:right-auto max-sm:top-4 max-sm:h-auto max-sm:w-0.5 ${isNextReached ? 'bg-accent' : 'bg-line'}`}
        />
      )}
      <div className="figures pr-2 sm:mt-2">
        <p className={isReachedHere ? 'font-medium' : 'text-muted'}>
          {name}
          {events.length > 1 && <span className="ml-1.5 text-xs font-normal text-muted">×{events.length}</span>}
        </p>
        <p className="text-xs text-muted">{isReachedHere ? (first.day === null ? 'no day given' : showDay(first.day)) : 'not reached'}</p>
        {amounts.map(([currency, amount]) => (
          <p key={currency} className="text-xs text-ink-soft">
            {showMoney(amount, currency)}
          </p>
        ))}
      </div>
    </li>
  );
}

/** A line leads on when any later station was reached: walk-in jobs skip the earlier ones. */
function isReached(events: readonly TimelineEvent[], from: number): boolean {
  const later = new Set<string>(STATIONS.slice(from).map(({ station }) => station));
  return events.some((event) => later.has(describeEvent(event).station ?? ''));
}

/** The money of a station; of a quote that stands there twice (made and sent) it counts once. Zero is a report's "not known yet". */
function totalPerCurrency(events: readonly TimelineEvent[]): [string, number][] {
  const rows = new Map<string, { currency: string; amount: number }>();
  for (const event of events)
    if (event.amount !== null && event.amount !== 0)
      rows.set(event.quoteNumber ?? event.sourceId, { currency: event.currency, amount: event.amount });
  const totals = new Map<string, number>();
  for (const { currency, amount } of rows.values()) totals.set(currency, (totals.get(currency) ?? 0) + amount);
  return [...totals];
}
