import type { Branch, LeadSource, SalesPerson } from './model.ts';

/** The branches. London's city must not become Ontario because it holds "on"; Edmonton neither. */
export const BRANCHES: readonly Branch[] = [
  {
    key: 'calgary',
    city: 'Calgary',
    state: 'AB',
    currency: 'CAD',
    zone: 'America/Edmonton',
    isActive: true,
    areaCodes: ['403', '587', '825'],
    spellings: ['CALGARY 🇨🇦 - Corporate - Prairie Peak Movers', 'CALGARY CA - Corporate - Prairie Peak Movers'],
  },
  {
    key: 'edmonton',
    city: 'Edmonton',
    state: 'AB',
    currency: 'CAD',
    zone: 'America/Edmonton',
    isActive: true,
    areaCodes: ['780', '368'],
    spellings: [
      'EDMONTON 🇨🇦 - Prairie Peak Movers',
      'Edmonton 🇨🇦 -  Prairie Peak Movers ',
      'EDMONTON 🇨🇦 - Prairie Peak Movers Cold Call Lead',
    ],
  },
  {
    key: 'london',
    city: 'London',
    state: 'ON',
    currency: 'CAD',
    zone: 'America/Toronto',
    isActive: true,
    areaCodes: ['519', '226', '548'],
    spellings: ['LONDON 🇨🇦 - Prairie Peak Movers'],
  },
  {
    key: 'austin',
    city: 'Austin',
    state: 'TX',
    currency: 'USD',
    zone: 'America/Chicago',
    isActive: true,
    areaCodes: ['512', '737'],
    spellings: ['AUSTIN 🇺🇸 - Prairie Peak Movers', 'AUSTIN US - Prairie Peak Movers', 'AUSTIN 🇺🇸 - Prairie Peak Movers (Lead Saver)'],
  },
  {
    key: 'kelowna',
    city: 'Kelowna',
    state: 'BC',
    currency: 'CAD',
    zone: 'America/Vancouver',
    isActive: null,
    areaCodes: ['250', '778'],
    spellings: ['KELOWNA 🇨🇦 - Prairie Peak Movers', 'KELOWNA 🇨🇦 - Prairie Peak Movers (No New Bookings Until Further Notice)'],
  },
  {
    key: 'saskatoon',
    city: 'Saskatoon',
    state: 'SK',
    currency: 'CAD',
    zone: 'America/Regina',
    isActive: null,
    areaCodes: ['306', '639'],
    spellings: ['SASKATOON 🇨🇦 - Prairie Peak Movers', 'SASKATOON 🇨🇦 - Prairie Peak Movers (On Hold)'],
  },
  {
    key: 'regina',
    city: 'Regina',
    state: 'SK',
    currency: 'CAD',
    zone: 'America/Regina',
    isActive: false,
    areaCodes: ['306', '639'],
    spellings: ['REGINA 🇨🇦 - Prairie Peak Movers No Longer Active'],
  },
  {
    key: 'bellingham',
    city: 'Bellingham',
    state: 'WA',
    currency: 'CAD',
    zone: 'America/Los_Angeles',
    isActive: true,
    areaCodes: ['360'],
    spellings: ['BELLINGHAM 🇨🇦🇺🇸 - Prairie Peak Movers'],
  },
];

/**
 * The sellers and every spelling that means them. Two Bens and two Chrises share a
 * first name; "Ben" and "Chris M" (UNRESOLVED) could be either and must stay alone.
 */
export const SALES_PEOPLE: readonly SalesPerson[] = [
  {
    canonical: 'Ava Sample',
    branches: ['calgary', 'london'],
    spellings: ['Ava Sample', 'Ava S', 'Sample, Ava', 'Prairie Peak Calgary - Ava S', '_Ava S_'],
  },
  { canonical: 'Ben Carrow', branches: ['calgary', 'saskatoon'], spellings: ['Ben Carrow', 'Ben C', 'Carrow, Ben'] },
  { canonical: 'Ben Lindqvist', branches: ['edmonton', 'regina'], spellings: ['Ben Lindqvist', 'Ben L'] },
  { canonical: 'Chris Marlow', branches: ['calgary', 'kelowna'], spellings: ['Chris Marlow', 'Marlow, Chris'] },
  { canonical: 'Chris Munro', branches: ['edmonton', 'bellingham'], spellings: ['Chris Munro'] },
  { canonical: 'Dakota Price', branches: ['austin'], spellings: ['Dakota Price', 'Prairie Peak Austin - Dakota P', 'Dakota P'] },
  {
    canonical: 'Elise Fontaine',
    branches: ['london', 'kelowna'],
    spellings: ['Elise Fontaine', 'Elise F', 'Elise Fontaine (English & French)'],
  },
  {
    canonical: 'Marcus Oyelaran',
    branches: ['austin', 'bellingham'],
    spellings: ['Marcus Oyelaran', '  Marcus Oyelaran', '$Marcus Oyelaran', 'Marcus O'],
  },
  { canonical: 'Noor Haddad', branches: ['saskatoon', 'calgary'], spellings: ['Noor Haddad', 'Noor H'] },
];

/** Spellings that could mean two people: never to be folded without more evidence. */
export const UNRESOLVED: readonly string[] = ['Ben', 'Chris M'];

/** Where leads come from. Broadway and Radio hold "ad", Cobweb holds "web": whole words decide. */
export const LEAD_SOURCES: readonly LeadSource[] = [
  { name: 'Google Ads', category: 'Online', weight: 9, spellings: ['Google Ads', 'google ads', 'Google  Ads'] },
  { name: 'Website Form', category: 'Online', weight: 6, spellings: ['Website Form', ' website form'] },
  { name: 'Facebook', category: 'Online', weight: 3, spellings: ['Facebook', 'facebook'] },
  { name: 'Yelp', category: 'Online', weight: 2, spellings: ['Yelp'] },
  { name: 'Friend Or Family', category: 'Referral', weight: 4, spellings: ['Friend or family', 'Friend Or Family'] },
  { name: 'Word Of Mouth', category: 'Referral', weight: 3, spellings: ['word of mouth', 'Word of Mouth'] },
  { name: 'Repeat Customer', category: 'Other', weight: 3, spellings: ['Repeat Customer'] },
  { name: 'Realtor Partner', category: 'Partner', weight: 2, spellings: ['Realtor Partner'] },
  { name: 'Corporate Account', category: 'Partner', weight: 2, spellings: ['Corporate Account', 'corporate account'] },
  { name: 'Radio Ad', category: 'Advertising', weight: 2, spellings: ['Radio Ad'] },
  { name: 'Billboard Campaign', category: 'Advertising', weight: 1, spellings: ['Billboard campaign'] },
  { name: 'Broadway', category: 'Other', weight: 2, spellings: ['Broadway'] },
  { name: 'Radio', category: 'Other', weight: 1, spellings: ['Radio'] },
  { name: 'Cobweb Storage', category: 'Other', weight: 1, spellings: ['Cobweb Storage'] },
  { name: 'Moving Leads Hub', category: 'Other', weight: 4, spellings: ['Moving Leads Hub', 'moving leads hub'] },
];

/** The branch with this key. */
export function getBranch(key: string): Branch {
  const found = BRANCHES.find((branch) => branch.key === key);
  if (found === undefined) throw new RangeError(`no branch is called ${key}`);
  return found;
}

/** The seller with this canonical name. */
export function getSalesPerson(canonical: string): SalesPerson {
  const found = SALES_PEOPLE.find((person) => person.canonical === canonical);
  if (found === undefined) throw new RangeError(`no sales person is called ${canonical}`);
  return found;
}

/** The lead source with this name. */
export function getLeadSource(name: string): LeadSource {
  const found = LEAD_SOURCES.find((source) => source.name === name);
  if (found === undefined) throw new RangeError(`no lead source is called ${name}`);
  return found;
}
