// What is true about the mover, before any of it is written down badly.

export type JobStatus = 'QUOTED' | 'BOOKED' | 'LOST' | 'CANCELLED' | 'CLOSED';

export type Zone =
  | 'America/Edmonton'
  | 'America/Chicago'
  | 'America/Toronto'
  | 'America/Vancouver'
  | 'America/Regina'
  | 'America/Los_Angeles';

export interface Branch {
  key: string;
  city: string;
  state: string;
  currency: 'CAD' | 'USD';
  zone: Zone;
  /** null: some spellings carry a remark that it takes no bookings now, others do not. */
  isActive: boolean | null;
  areaCodes: readonly string[];
  /** As the files write it; the first is the usual one. */
  spellings: readonly string[];
}

export interface SalesPerson {
  canonical: string;
  spellings: readonly string[];
  branches: readonly string[];
}

export interface LeadSource {
  name: string;
  category: 'Online' | 'Referral' | 'Partner' | 'Advertising' | 'Other';
  spellings: readonly string[];
  weight: number;
}

export interface Person {
  id: string;
  name: string;
  /** Set for the cast: what makes this person hard. */
  trap: string | null;
  /** Two persons with the same `real` are one human being whom no key joins (see README). */
  real: string | null;
}

/** How a row names a person, exactly as written. */
export interface Contact {
  name: string;
  email: string;
  phone: string;
}

/** The free-text lookups of a row, exactly as written. */
export interface Wording {
  branch: string;
  seller: string;
  source: string;
}

export interface LeadFacts {
  status: string;
  label: string;
  wording: Wording;
  contactMinutes: number | null;
  quoteSent: string | null;
  lastCommunication: string | null;
  revenueCents: number;
  /** Which export first holds the row. */
  arrives: 'exports' | 'march only' | 'next month';
}

export interface BookedFacts {
  contact: Contact;
  wording: Wording;
  status: string;
  bookedDate: string;
  estimatedCents: number | null;
  invoicedCents: number | null;
  rateCents: number | null;
  movingFrom: string;
  movingTo: string;
  arrives: 'exports' | 'next month';
}

export interface LostFacts {
  name: string;
  lostDate: string;
  reason: string;
}

export interface Place {
  street: string;
  city: string;
  state: string;
  zip: string;
  unit: string;
  type: string;
}

export interface JobFacts {
  id: string;
  /** Whoever the job row names; not always who booked. */
  person: Person;
  sequence: number;
  contact: Contact;
  wording: Wording;
  statusText: string;
  status: JobStatus;
  jobType: string;
  jobDate: string | null;
  created: string;
  booked: string | null;
  start: string | null;
  end: string | null;
  estimatedCents: number | null;
  actualCents: number | null;
  tipCents: number;
  rateQuotedCents: number | null;
  rateBilledCents: number | null;
  crew: number | null;
  trucks: number | null;
  affiliate: string;
  origin: Place;
  destination: Place;
  /** Yearly files that hold the row; two for a job at the turn of the year. */
  files: readonly string[];
}

export interface Quote {
  /** null for a walk-in job that never had a quote. */
  number: string | null;
  person: Person;
  branch: Branch;
  seller: SalesPerson | null;
  source: LeadSource | null;
  received: string | null;
  serviceDate: string | null;
  serviceType: string;
  volume: number | null;
  weight: number | null;
  lead: LeadFacts | null;
  booked: BookedFacts | null;
  lost: LostFacts | null;
  jobs: JobFacts[];
}

export interface BadLead {
  person: Person | null;
  provider: string;
  source: LeadSource | null;
  contact: Contact;
  moveDate: string | null;
  received: string;
  reason: string;
}

export interface World {
  people: Person[];
  quotes: Quote[];
  badLeads: BadLead[];
}
