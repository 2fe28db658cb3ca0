import type { TimelineEvent } from '../../../contract/customers.ts';
import type { IconName } from '../../ui/Icon.tsx';

export type EventTone = 'plain' | 'good' | 'bad';

export interface DescribedEvent {
  icon: IconName;
  title: string;
  tone: EventTone;
  /** The station of the journey strip that it belongs to; side branches have none. */
  station: 'lead' | 'quote' | 'booked' | 'job' | 'closed' | null;
}

const EVENTS: Record<TimelineEvent['kind'], DescribedEvent> = {
  bad_lead: { icon: 'lost', title: 'Lead marked bad', tone: 'bad', station: null },
  lead: { icon: 'inbox', title: 'Lead came in', tone: 'plain', station: 'lead' },
  quoted: { icon: 'quote', title: 'Quote made', tone: 'plain', station: 'quote' },
  quote_sent: { icon: 'sent', title: 'Quote sent', tone: 'plain', station: 'quote' },
  lost: { icon: 'lost', title: 'Lead lost', tone: 'bad', station: null },
  booked: { icon: 'booked', title: 'Booked', tone: 'good', station: 'booked' },
  rebooked: { icon: 'booked', title: 'Booked again', tone: 'good', station: 'booked' },
  unbooked: { icon: 'lost', title: 'Booking taken back', tone: 'bad', station: null },
  job_lost: { icon: 'lost', title: 'Day of a lost job', tone: 'bad', station: null },
  job_cancelled: { icon: 'lost', title: 'Day of a cancelled job', tone: 'bad', station: null },
  job_wished: { icon: 'job', title: 'Day wished for', tone: 'plain', station: null },
  job: { icon: 'job', title: 'Job', tone: 'plain', station: 'job' },
  closed: { icon: 'closed', title: 'Job closed', tone: 'good', station: 'closed' },
};

/** How an event is shown, by its kind. */
export function describeEvent(event: TimelineEvent): DescribedEvent {
  return EVENTS[event.kind];
}
