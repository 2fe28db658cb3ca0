/** How the value that stands for a customer is chosen among those of its records. */
export const GOLDEN_RULES = ['newest', 'most-frequent', 'most-complete', 'trusted'] as const;
export type GoldenRule = (typeof GOLDEN_RULES)[number];

/** What is chosen at once: an address whole, so that none is made up of two. */
export interface GoldenChoice {
  choice: string;
  title: string;
  default: GoldenRule;
  /** Rules that mean something for it: no e-mail is more complete than another. */
  rules: readonly GoldenRule[];
}

const PLAIN: readonly GoldenRule[] = ['newest', 'most-frequent', 'trusted'];

export const GOLDEN_CHOICES: readonly GoldenChoice[] = [
  { choice: 'name', title: 'name', default: 'most-complete', rules: GOLDEN_RULES },
  { choice: 'email', title: 'e-mail', default: 'newest', rules: PLAIN },
  { choice: 'phone', title: 'phone', default: 'newest', rules: PLAIN },
  { choice: 'origin', title: 'address they move from', default: 'newest', rules: GOLDEN_RULES },
  { choice: 'destination', title: 'address they move to', default: 'newest', rules: GOLDEN_RULES },
];

/** A field of a customer that has a golden value. */
export interface GoldenField {
  field: string;
  title: string;
  /** The choice it is a part of, and which part, from 0; null when no import carries it: only by hand. */
  from: { choice: string; part: number } | null;
}

/** Every field there is, in the order in which they are shown; the names are those of the customers table. */
export const GOLDEN_FIELDS: readonly GoldenField[] = [
  { field: 'name', title: 'name', from: { choice: 'name', part: 0 } },
  { field: 'first_name', title: 'first name', from: { choice: 'name', part: 1 } },
  { field: 'last_name', title: 'last name', from: { choice: 'name', part: 2 } },
  { field: 'email', title: 'e-mail', from: { choice: 'email', part: 0 } },
  { field: 'phone', title: 'phone', from: { choice: 'phone', part: 0 } },
  { field: 'origin_address', title: 'street they move from', from: { choice: 'origin', part: 0 } },
  { field: 'origin_city', title: 'city they move from', from: { choice: 'origin', part: 1 } },
  { field: 'origin_state', title: 'state they move from', from: { choice: 'origin', part: 2 } },
  { field: 'origin_zip', title: 'postal code they move from', from: { choice: 'origin', part: 3 } },
  { field: 'destination_address', title: 'street they move to', from: { choice: 'destination', part: 0 } },
  { field: 'destination_city', title: 'city they move to', from: { choice: 'destination', part: 1 } },
  { field: 'destination_state', title: 'state they move to', from: { choice: 'destination', part: 2 } },
  { field: 'destination_zip', title: 'postal code they move to', from: { choice: 'destination', part: 3 } },
  { field: 'gender', title: 'gender', from: null },
];

/** The choices whose values stand in the customers table, for search and for questions. */
export const STORED_CHOICES: readonly string[] = ['name', 'email', 'phone'];

const WORDS: Record<GoldenRule, string> = {
  newest: 'the one of the latest row',
  'most-frequent': 'the one on most rows; of equally frequent ones the latest',
  'most-complete': 'the fullest one; of equally full ones the latest',
  trusted: 'the latest of the source that is trusted most',
};

/** A rule in plain words: "the latest of the source that is trusted most (jobs, then lost_leads, then the others)". */
export function tellRule(rule: GoldenRule, sources: readonly string[]): string {
  if (rule !== 'trusted') return WORDS[rule];
  return `${WORDS.trusted} (${[...sources.map(shortSource), 'the others'].join(', then ')})`;
}

/** "journey.jobs" as people type it. */
export function shortSource(source: string): string {
  return source.split('.').at(-1) ?? source;
}
