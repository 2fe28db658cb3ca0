export type LeadSourceCategory = 'Online' | 'Referral' | 'Partner' | 'Advertising' | 'Other';

/** Asked in this order, so that Google Ads is Online and not Advertising. */
const CATEGORIES: readonly (readonly [LeadSourceCategory, RegExp])[] = [
  ['Online', words('google', 'facebook', 'instagram', 'yelp', 'websites?', 'online', 'web', 'internet', 'search')],
  ['Referral', words('referrals?', 'referred', 'friends?', 'family', 'word of mouth', 'recommendations?', 'recommended')],
  ['Partner', words('partners?', 'partnerships?', 'affiliates?', 'corporate', 'business')],
  ['Advertising', words('ads?', 'adverts?', 'advertisements?', 'advertising', 'marketing', 'promos?', 'promotions?', 'campaigns?')],
];

/** The group of a lead source by the whole words in its name: Broadway holds "ad" but is none. */
export function categorise(name: string): LeadSourceCategory {
  const plain = ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return CATEGORIES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'Other';
}

function words(...choices: string[]): RegExp {
  return new RegExp(` (${choices.join('|')}) `);
}
