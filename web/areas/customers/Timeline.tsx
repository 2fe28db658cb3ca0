import type { TimelineEvent } from '../../../contract/customers.ts';
import { Icon } from '../../ui/Icon.tsx';
import { showDay, showMoney, showSource } from '../../ui/show-values.ts';
import { describeEvent } from './describe-event.ts';

const TONES = { plain: 'bg-sunken text-ink-soft', good: 'bg-good-soft text-good', bad: 'bg-bad-soft text-bad' };

/** What happened, by day; each line opens to where we know it from. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  if (events.length === 0) return <p className="py-6 text-center text-muted">No row of this customer has a day yet.</p>;
  const days = Map.groupBy(events, (event) => event.day ?? '');
  return (
    <ol className="figures">
      {[...days].map(([day, happened]) => (
        <li key={day} className="border-b border-line py-2.5 last:border-0 sm:grid sm:grid-cols-[8.5rem_1fr] sm:gap-3">
          <h3 className="pt-1 text-sm text-muted">{day === '' ? 'No day given' : showDay(day, 'weekday')}</h3>
          <ul>
            {happened.map((event) => (
              <TimelineLine key={`${event.kind} ${event.source} ${event.sourceId}`} event={event} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function TimelineLine({ event }: { event: TimelineEvent }) {
  const { icon, title, tone } = describeEvent(event);
  return (
    <li>
      <details className="group">
        <summary className="flex list-none items-start gap-2.5 rounded-inner px-1 py-1 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <span className={`mt-px grid size-6 shrink-0 place-items-center rounded-full ${TONES[tone]}`}>
            <Icon name={icon} className="!size-3.5" />
          </span>
          <span className="min-w-0 flex-1 pt-0.5">
            <span className="font-medium">{title}</span>
            {event.detail !== null && event.detail !== '' && <span className="ml-2 text-ink-soft">{event.detail}</span>}
          </span>
          <span className="shrink-0 pt-0.5 text-right">
            {event.amount === null || event.amount === 0 ? '' : showMoney(event.amount, event.currency)}
          </span>
          <Icon name="arrow" className="mt-1 !size-3.5 text-muted transition-transform group-open:rotate-90" />
        </summary>
        <dl className="mb-2 ml-9 mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-inner bg-sunken px-3 py-2 text-sm">
          <Detail name="Time" value={event.time} />
          <Detail name="Status" value={event.status} />
          <Detail name="Quote" value={event.quoteNumber} />
          {event.key !== event.quoteNumber && <Detail name="Number" value={event.key} />}
          <Detail name="Branch" value={event.branch} />
          <Detail name="Sales person" value={event.salesPerson} />
          <Detail name="Known from" value={describeOrigin(event)} />
        </dl>
      </details>
    </li>
  );
}

function Detail({ name, value }: { name: string; value: string | null }) {
  if (value === null || value === '') return null;
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}

/** "job, line 12 of 2024.xlsx - jobs.csv (import 3)" */
function describeOrigin(event: TimelineEvent): string {
  const line = event.fileName === null ? '' : `, line ${event.line ?? '?'} of ${event.fileName}`;
  return `${showSource(event.source)}${line}${event.importNumber === null ? '' : ` (import ${event.importNumber})`}`;
}
