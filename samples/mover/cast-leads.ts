import type { Casting } from './casting.ts';
import { BRANCHES, LEAD_SOURCES, SALES_PEOPLE, UNRESOLVED } from './directory.ts';
import { LABELS } from './wording.ts';

/** Leads whose wording is the hard part: remarks, ambiguous sellers, leads only the reduced report has. */
export function castLeads({ person, lead }: Casting): void {
  const remarks = person('remarks', 'Orla Remarque', 'her leads carry every commission remark');
  LABELS.forEach(([label], nth) => {
    const quote = lead(remarks, String(300_301 + nth), {
      branch: 'calgary',
      received: `2025-0${nth + 1}-08`,
      service: '2025-12-02',
      source: 'Google Ads',
      seller: 'Ava Sample',
    });
    if (quote.lead !== null) quote.lead.label = label;
  });

  const ambiguous = person('ambiguous', 'Fritz Zweifel', 'his sellers are written "Ben" and "Chris M", which two people each could be');
  UNRESOLVED.forEach((seller, nth) => {
    const quote = lead(ambiguous, String(300_321 + nth), {
      branch: 'edmonton',
      received: `2025-1${nth}-09`,
      service: '2026-01-15',
      source: 'Website Form',
    });
    if (quote.lead !== null) quote.lead.wording.seller = seller;
  });

  const march = person('march-only', 'Mabel March', 'five leads that only the reduced March report holds, so without a date of receipt');
  for (let nth = 0; nth < 5; nth += 1) {
    const quote = lead(march, String(300_331 + nth), {
      branch: 'london',
      received: '2026-03-15',
      service: '2026-05-15',
      status: 'New lead',
      source: 'Facebook',
      seller: 'Elise Fontaine',
    });
    // The reduced report has no date: none is known, whatever happened.
    quote.received = null;
    quote.serviceDate = null;
    if (quote.lead !== null) Object.assign(quote.lead, { arrives: 'march only', quoteSent: null, lastCommunication: null });
  }

  const spellings = person('spellings', 'Ada Lookup', 'her leads name every seller, branch and source in every spelling');
  EVERY_SPELLING.forEach((wording, nth) => {
    const quote = lead(spellings, String(300_401 + nth), {
      branch: wording.branchKey,
      received: `2024-${String((nth % 12) + 1).padStart(2, '0')}-21`,
      service: '2025-01-20',
      seller: wording.sellerName,
      source: wording.sourceName,
    });
    if (quote.lead !== null) quote.lead.wording = { branch: wording.branch, seller: wording.seller, source: wording.source };
  });
}

const EVERY_SPELLING = everySpelling();

function everySpelling(): { branchKey: string; branch: string; sellerName: string; seller: string; sourceName: string; source: string }[] {
  const branches = BRANCHES.flatMap(({ key, spellings }) => spellings.map((branch) => ({ branchKey: key, branch })));
  const sellers = SALES_PEOPLE.flatMap(({ canonical, spellings }) => spellings.map((seller) => ({ sellerName: canonical, seller })));
  const sources = LEAD_SOURCES.flatMap(({ name, spellings }) => spellings.map((source) => ({ sourceName: name, source })));
  const length = Math.max(branches.length, sellers.length, sources.length);
  return Array.from({ length }, (_, nth) => ({ ...cyclic(branches, nth), ...cyclic(sellers, nth), ...cyclic(sources, nth) }));
}

function cyclic<T>(list: readonly T[], nth: number): T {
  const entry = list[nth % list.length];
  if (entry === undefined) throw new RangeError('an empty list has no entries');
  return entry;
}
