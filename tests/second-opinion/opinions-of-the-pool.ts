import { AS_OF, dayOf, daysBetween, everyPeriod, wallOf, WEEKDAYS, weekdayOf } from './clock.ts';
import type { Lead, Lost } from './facts.ts';
import { count, grouped, largest, monthOf, percent, percentile, sum, withShare } from './figures.ts';
import type { Opinion } from './tables-of-jobs.ts';

const leadDay = (lead: Lead): string | null => dayOf(lead.received);
const leadMonth = (lead: Lead): string | null => monthOf(leadDay(lead));
const isDated = (lead: Lead): boolean => lead.received !== null;
const isWon = (lead: Lead): boolean => lead.is_won;
const is =
  (group: string) =>
  (lead: Lead): boolean =>
    lead.group === group;
const source = (lead: Lead): string => lead.lead_source_name;

/** Leads of the pool by the day they came, in the zone of the business, and losses by theirs. */
export const OPINIONS_OF_THE_POOL: Record<string, Opinion> = {
  lead_arrivals_by_hour: ({ leads }) =>
    grouped(
      leads.filter(isDated),
      {
        weekday_number: (lead) => weekdayOf(leadDay(lead) ?? ''),
        weekday: (lead) => WEEKDAYS[weekdayOf(leadDay(lead) ?? '') - 1] ?? '',
        hour: (lead) => Number(wallOf(lead.received ?? 0).slice(11, 13)),
      },
      {
        total_leads: count(),
        leads_with_a_time: count((lead) => lead.minutes !== null),
        median_minutes: percentile(0.5, (lead) => lead.minutes),
        won_leads: count(isWon),
        won_percent: percent(isWon),
      },
    ),
  lead_outcomes_by_month: ({ leads }) => {
    const dated = leads.filter(isDated);
    return [...new Set(dated.map((lead) => lead.currency))].flatMap((currency) => {
      const own = dated.filter((lead) => lead.currency === currency);
      const months = own.map((lead) => leadMonth(lead) ?? '').sort();
      return everyPeriod(months[0] ?? '', months.at(-1) ?? '', 'month').map((month) => {
        const these = own.filter((lead) => leadMonth(lead) === month);
        return {
          month,
          currency,
          total_leads: these.length,
          quoted_leads: count<Lead>((lead) => lead.is_quoted)(these),
          won_leads: count(isWon)(these),
          lost_leads: count(is('LOST'))(these),
          cancelled_leads: count(is('CANCELLED'))(these),
          bad_leads: count(is('BAD'))(these),
          open_leads: count(is('QUOTED'))(these),
          conversion_percent: percent(isWon, (lead) => lead.group !== 'BAD')(these),
          open_percent: percent(is('QUOTED'))(these),
        };
      });
    });
  },
  lead_pool_as_it_was: ({ leads }) =>
    grouped(
      leads.filter((lead) => isDated(lead) && (leadDay(lead) ?? '') <= AS_OF),
      { lead_source_name: source },
      {
        known_leads: count(),
        stood_open: count(is('QUOTED')),
        stood_booked: count(is('BOOKED')),
        stood_closed: count(is('CLOSED')),
        stood_cancelled: count(is('CANCELLED')),
        stood_lost: count(is('LOST')),
        stood_bad: count(is('BAD')),
        ever_quoted: count((lead) => wasBooked(lead) || (lead.quoteSent !== null && (dayOf(lead.quoteSent) ?? '') <= AS_OF)),
        ever_booked: count(wasBooked),
        ever_booked_percent: percent(wasBooked),
      },
    ),
  lead_source_mix_by_month: ({ leads }) => {
    const rows = withShare(
      grouped(
        leads.filter(isDated),
        { month: leadMonth, lead_source_name: source },
        { total_leads: count(), won_leads: count(isWon), won_percent: percent(isWon) },
      ),
      { column: 'share_percent', of: 'total_leads', within: 'month' },
    );
    return rows.map((row) => ({
      ...row,
      previous_month_leads:
        rows.find((other) => other.lead_source_name === row.lead_source_name && isMonthBefore(other.month, row.month))?.total_leads ?? 0,
    }));
  },
  leads_to_call: ({ leads }) =>
    leads
      .filter((lead) => lead.group === 'QUOTED' && isDated(lead) && (leadDay(lead) ?? '') <= AS_OF)
      .map((lead) => ({
        quote_number: lead.quote,
        was_called: lead.minutes !== null,
        waiting_days: daysBetween(leadDay(lead) ?? '', AS_OF),
        service_date: lead.moveDate,
        days_to_move: lead.moveDate === null ? null : daysBetween(AS_OF, lead.moveDate),
        lead_source_name: lead.lead_source_name,
        branch_name: lead.branch_name,
        sales_person_name: lead.sales_person_name,
        currency: lead.currency,
        estimated_amount: lead.estimated,
      })),
  lead_ageing: ({ leads }) =>
    grouped(
      leads.filter((lead) => lead.group === 'QUOTED' && isDated(lead)),
      {
        age: (lead) => ageOf(daysBetween(leadDay(lead) ?? '', AS_OF)),
        branch_name: (lead) => lead.branch_name,
        currency: (lead) => lead.currency,
      },
      {
        open_leads: count(),
        estimated_amount: sum((lead) => lead.estimated),
        oldest_days: largest((lead) => daysBetween(leadDay(lead) ?? '', AS_OF)),
      },
    ),
  loss_reasons_by_month: ({ lost }) =>
    withShare(
      grouped(
        lost.map((lead) => ({ ...lead, place: `${monthOf(lead.lostDate)}|${lead.currency}` })),
        {
          month: (lead) => monthOf(lead.lostDate),
          reason: (lead) => lead.reason,
          currency: (lead) => lead.currency,
          place: (lead) => lead.place,
        },
        { lost_leads: count(), lost_value: sum((lead) => lead.amount) },
      ),
      { column: 'share_percent', of: 'lost_leads', within: 'place' },
    ).map(({ place: _place, ...row }) => row),
  lost_reasons_by_sales_person: ({ lost }) =>
    withShare(
      grouped(
        lost,
        { sales_person_name: (lead) => lead.sales_person_name, reason: (lead) => lead.reason, currency: (lead) => lead.currency },
        { lost_leads: count(), lost_value: sum((lead) => lead.amount), median_minutes: percentile(0.5, (lead) => lead.minutes) },
      ),
      { column: 'share_percent', of: 'lost_leads', within: 'sales_person_name' },
    ),
  won_back_leads: ({ lost, jobs }) => {
    // A job counts for the last loss of its customer before it.
    const returns = jobs.flatMap((job) => {
      const day = job.booked ?? job.day;
      if (!job.is_sold || day === null) return [];
      const [last] = lost
        .filter((lead) => lead.customer === job.customer && lead.lostDate < day)
        .sort((a, b) => (a.lostDate > b.lostDate ? -1 : 1));
      return last === undefined ? [] : [{ quote: last.quote, revenue: job.revenue, days: daysBetween(last.lostDate, day) }];
    });
    const own = (lead: Lost): typeof returns => returns.filter(({ quote }) => quote === lead.quote);
    const isBack = (lead: Lost): boolean => own(lead).length > 0;
    return grouped(
      lost,
      { reason: (lead) => lead.reason, currency: (lead) => lead.currency },
      {
        lost_leads: count(),
        won_back_leads: count(isBack),
        won_back_revenue: sum((lead) => own(lead).reduce((total, { revenue }) => total + Number(revenue ?? 0), 0)),
        median_days: percentile(0.5, (lead) => (isBack(lead) ? Math.min(...own(lead).map(({ days }) => days)) : null)),
      },
    );
  },
};

function wasBooked(lead: Lead): boolean {
  return ['BOOKED', 'CLOSED', 'CANCELLED'].includes(lead.group);
}

function ageOf(days: number): string {
  const ages: [number, string][] = [
    [1, '0-1 days'],
    [7, '2-7 days'],
    [30, '8-30 days'],
    [90, '31-90 days'],
  ];
  return ages.find(([most]) => days <= most)?.[1] ?? 'over 90 days';
}

function isMonthBefore(month: unknown, of: unknown): boolean {
  const at = (text: unknown): number => Number(String(text).slice(0, 4)) * 12 + Number(String(text).slice(5, 7));
  return at(month) + 1 === at(of);
}
