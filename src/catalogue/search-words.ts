/** Several words that mean one thing, folded in what is searched and in what is asked alike. */
export const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(sales[ _-]?(person|people|persons|man|men|rep|reps|staff)|sellers?|agents?|reps?|closers?)\b/g, 'salesperson'],
  [/\b(life[ _-]?time[ _-]?values?|ltv|clv)\b/g, 'lifetimevalue'],
  [/\b(customer acquisition costs?|acquisition costs?|customer_acquisition_cost|acquisition_cost|cac|cpa)\b/g, 'acquisitioncost'],
  [/\b(year[ _-](over|on)[ _-]year|yoy|y\/y)\b/g, 'yearoveryear'],
  [/\b(month[ _-](over|on|by)[ _-]month|per month|each month|mom|m\/m)\b/g, 'monthly'],
  [/\b(year[ _-]to[ _-]date|ytd)\b/g, 'yeartodate'],
  [/\b(win[ _-]?back|won[ _-]back)\b/g, 'winback'],
  [/\b(no[ _-]shows?)\b/g, 'noshow'],
  [/\b(close|closing|closure|success)[ _-]rates?\b/g, 'closerate'],
  [/\b(follow(ed|ing)?[ _-]ups?)\b/g, 'followup'],
  [/\b(at risk)\b/g, 'atrisk'],
  [/\b(sales funnel)\b/g, 'funnel'],
];

/** What an owner says, to the words of the catalogue; the first fits best. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  ...all(['money', 'turnover', 'income', 'sales', 'earnings', 'earn', 'bring', 'gross', 'proceeds'], ['revenue']),
  ...all(['estimate', 'quotation', 'bid', 'proposal'], ['quote', 'estimate']),
  ...all(['move', 'mover', 'moving', 'relocation', 'shipment', 'order'], ['job', 'move']),
  ...all(['client', 'buyer', 'shopper', 'people'], ['customer']),
  ...all(['office', 'location', 'store', 'depot', 'franchise'], ['branch']),
  ...all(['closerate', 'conversion', 'convert'], ['conversion', 'converted']),
  ...all(['noshow', 'cancel', 'cancelation', 'dropout'], ['cancellation', 'cancelled']),
  ...all(['churn', 'atrisk', 'attrition', 'lapsed', 'leaving', 'inactive', 'dormant'], ['churn', 'retention', 'winback']),
  ...all(['loyal', 'loyalty', 'returning', 'repeat', 'recurring'], ['repeat', 'retention', 'returning']),
  ...all(['reactivate', 'winback', 'reengage'], ['winback', 'churn']),
  ...all(['ad', 'ads', 'advert', 'advertising', 'campaign', 'marketing', 'adwords'], ['marketing', 'spend', 'advertising']),
  ...all(['cost', 'spend', 'expense', 'budget'], ['cost', 'spend', 'acquisitioncost']),
  ...all(['roi', 'roas', 'payback'], ['roi', 'return']),
  ...all(['channel', 'source', 'origin'], ['source', 'origin']),
  ...all(['referral', 'referred'], ['referral', 'affiliate']),
  ...all(['fast', 'quick', 'slow', 'speed', 'response', 'reaction', 'answer'], ['response', 'speed', 'fast']),
  ...all(['phone', 'ring', 'call', 'dial', 'telephone'], ['call']),
  ...all(['review', 'rating', 'satisfaction', 'star', 'feedback', 'nps', 'happy'], ['rating', 'content']),
  ...all(['ticket', 'basket'], ['jobvalue', 'value', 'job']),
  ...all(['average', 'mean', 'typical'], ['average', 'mean']),
  ...all(['best', 'top', 'leader', 'ranking', 'winner', 'star', 'most'], ['leaderboard', 'top', 'performance', 'most', 'best']),
  ...all(['prediction', 'predict', 'forecast', 'projection', 'outlook', 'expect', 'future'], ['forecast', 'prediction', 'expect']),
  ...all(['trend', 'growth', 'grow', 'development'], ['trend', 'growth']),
  ...all(['season', 'seasonality', 'seasonal', 'peak'], ['seasonal', 'busy']),
  ...all(['busy', 'busiest', 'full', 'free', 'schedule', 'calendar', 'availability', 'capacity'], ['capacity', 'busy', 'load', 'full']),
  ...all(['ahead', 'next', 'upcoming', 'tomorrow'], ['ahead', 'day', 'backlog']),
  ...all(['week'], ['week', 'weekly', 'day']),
  ...all(['invoice', 'invoiced', 'billing', 'billed', 'unpaid', 'unbilled', 'unfinished'], ['billed', 'unbilled', 'invoiced']),
  ...all(['chase', 'followup', 'remind', 'nudge'], ['chase', 'call', 'winback']),
  ...all(['old', 'age', 'ageing', 'aging', 'stale', 'waiting'], ['ageing', 'age', 'old']),
  ...all(['funnel', 'stage'], ['funnel', 'stage']),
  ...all(['lost', 'lose', 'loss', 'losing'], ['lost', 'loss', 'lose']),
  ...all(['why', 'reason', 'cause'], ['reason']),
  ...all(['price', 'pricing', 'rate', 'charge'], ['price', 'pricing', 'rate', 'charged']),
  ...all(['margin', 'profit', 'profitable', 'profitability'], ['profitability', 'margin']),
  ...all(['crew', 'labor', 'labour', 'staff', 'worker'], ['crew']),
  ...all(['truck', 'vehicle', 'fleet', 'van'], ['truck']),
  ...all(['utilisation', 'utilization', 'utilised', 'utilized'], ['utilization', 'busy']),
  ...all(['route', 'lane', 'trip', 'road'], ['route', 'routing']),
  ...all(['city', 'town', 'place', 'region', 'area', 'map'], ['city', 'geographic', 'place']),
  ...all(['duplicate', 'double', 'dupe'], ['duplicate']),
  ...all(['junk', 'spam', 'bad', 'fake'], ['bad']),
  ...all(['import', 'upload', 'file', 'load'], ['import', 'load']),
  ...all(['sex', 'gender', 'women', 'men'], ['gender']),
  ...all(['vip', 'biggest', 'segment', 'valuable', 'rfm'], ['segmentation', 'value', 'worth', 'concentration']),
  ...all(['worth', 'value'], ['worth', 'value']),
  ...all(['accuracy', 'accurate', 'precise'], ['accuracy']),
  ...all(['currency', 'dollar', 'usd', 'cad'], ['currency']),
  ...all(['compare', 'comparison', 'versus', 'vs', 'benchmark'], ['comparison', 'compare', 'benchmarking', 'vs']),
  ...all(['hour', 'time', 'duration', 'long'], ['hour', 'time', 'duration']),
  ...all(['actual', 'real'], ['actual', 'charged']),
};

/** Words that say nothing about what is wanted. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  'a an analysis and are at be by can could did do does each for from get give go had has have how i if in into is it list many me much my of on or our show tell than that the their them then there they this to today us was we were what when where which who whom will with would you your per out'.split(
    ' ',
  ),
);

function all(words: readonly string[], meaning: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(words.map((word) => [word, meaning]));
}
