import { BRANCHES, LEAD_SOURCES, SALES_PEOPLE, UNRESOLVED } from './directory.ts';
import type { World, Wording } from './model.ts';
import { isLead } from './truth-links.ts';
import { jobsOf } from './world.ts';

export interface BranchTruth {
  /** The usual spelling without its flag, in the file's letter case. */
  name: string;
  city: string;
  state: string;
  currency: 'CAD' | 'USD';
  /** null where the spellings differ on it. */
  isActive: boolean | null;
  spellings: string[];
}

export interface SalesPersonTruth {
  canonical: string;
  /** Trimmed, as written somewhere; an unresolved spelling stands alone. */
  variations: string[];
  isResolved: boolean;
}

export interface LeadSourceTruth {
  name: string;
  category: string;
  spellings: string[];
}

/** The lookups that the first export's rows name, each with the spellings that occur. */
export function lookupsOf(world: World): { branches: BranchTruth[]; salesPersons: SalesPersonTruth[]; leadSources: LeadSourceTruth[] } {
  const wordings = wordingsOf(world);
  const branches = new Set(wordings.map(({ branch }) => branch));
  const sellers = new Set(wordings.map(({ seller }) => seller));
  const sources = new Set([...wordings.map(({ source }) => source), ...world.badLeads.map(({ provider }) => provider)]);
  const used = (spellings: readonly string[], written: ReadonlySet<string>): string[] => [
    ...new Set(spellings.filter((text) => written.has(text)).map((text) => text.trim())),
  ];
  return {
    branches: BRANCHES.map(({ city, state, currency, isActive, spellings }) => ({
      name: withoutFlag(spellings[0] ?? ''),
      city,
      state,
      currency,
      isActive,
      spellings: used(spellings, branches),
    })).filter(isUsed),
    salesPersons: [
      ...SALES_PEOPLE.map(({ canonical, spellings }) => ({ canonical, variations: used(spellings, sellers), isResolved: true })),
      ...UNRESOLVED.map((text) => ({ canonical: text, variations: used([text], sellers), isResolved: false })),
    ].filter(({ variations }) => variations.length > 0),
    leadSources: LEAD_SOURCES.map(({ name, category, spellings }) => ({ name, category, spellings: used(spellings, sources) })).filter(
      isUsed,
    ),
  };
}

function isUsed({ spellings }: { spellings: string[] }): boolean {
  return spellings.length > 0;
}

function withoutFlag(spelling: string): string {
  return spelling.replaceAll(/[\u{1F1E6}-\u{1F1FF}]+ | No Longer Active$/gu, '').trim();
}

function wordingsOf(world: World): Wording[] {
  return [
    ...jobsOf(world).map(({ job }) => job.wording),
    ...world.quotes.flatMap(({ booked }) => (booked?.arrives === 'exports' ? [booked.wording] : [])),
    ...world.quotes.flatMap((quote) => (isLead(quote) && quote.lead !== null ? [quote.lead.wording] : [])),
  ];
}
