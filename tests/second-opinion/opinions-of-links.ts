import type { Facts, Job, Lead } from './facts.ts';
import { count, distinct, grouped, round, sum } from './figures.ts';
import { type Opinion, sold } from './tables-of-jobs.ts';

/** How rows of several tables hang together: quotes, households, telephone users. */
export const OPINIONS_OF_LINKS: Record<string, Opinion> = {
  household_value: (facts) =>
    facts.households.flatMap(({ kind, people }) =>
      grouped(
        sold(facts).filter((job) => people.includes(job.customer)),
        { shared: () => kind, currency: (job) => job.currency },
        {
          people: () => people.length,
          buyers: distinct((job) => job.customer),
          sold_jobs: count(),
          total_revenue: sum((job) => job.revenue),
        },
      ),
    ),
  user_performance_cross_module: ({ phoneUsers, jobs, opportunities, leads }) =>
    phoneUsers.map(({ salesPerson }) => {
      const own = <T extends { sales_person_name: string }>(rows: readonly T[]): T[] =>
        rows.filter((row) => salesPerson !== null && row.sales_person_name === salesPerson);
      return {
        total_customer_jobs: own(jobs).length,
        booked_jobs: own(jobs).filter((job) => job.status === 'BOOKED').length,
        closed_jobs: own(jobs).filter((job) => job.status === 'CLOSED').length,
        total_booked_opportunities: own(opportunities).length,
        total_leads_handled: own(leads).length,
        branches_worked: distinct<Job>((job) => (job.branch_name === '(no branch)' ? null : job.branch_name))(own(jobs)),
        total_unique_customers: new Set([...own(jobs), ...own(opportunities)].map((row) => row.customer)).size,
      };
    }),
  quote_number_linkage: ({ leads, opportunities, lost }) => {
    const numbers = new Set([...leads, ...opportunities, ...lost].map((row) => row.quote));
    return [...numbers].map((quote) => {
      const [lead, opportunity, loss] = [leads, opportunities, lost].map((rows) =>
        (rows as { quote: string }[]).find((row) => row.quote === quote),
      ) as [Lead | undefined, Facts['opportunities'][number] | undefined, Facts['lost'][number] | undefined];
      const names = [lead && 'LeadStatus', opportunity && 'BookedOpportunity', loss && 'LostLead'].filter((name) => name !== undefined);
      return {
        quote_number: quote,
        match_type: names.length === 3 ? 'All Three' : names.length === 1 ? `${names[0]} Only` : names.join(' + '),
        booked_date: opportunity?.booked ?? null,
        lost_date: loss?.lostDate ?? null,
        lost_reason: loss?.reason ?? null,
        journey_status: standing(lead?.group, opportunity?.group, loss !== undefined),
      };
    });
  },
  module_relationship_matrix: (facts) => {
    const { people, jobs, bad, opportunities, leads, lost } = facts;
    const has = (rows: readonly { customer: string | null }[]): number =>
      new Set(rows.map((row) => row.customer).filter((each) => each !== null)).size;
    const lines: [string, number, number, number][] = [
      ['customers → jobs', people.length, jobs.length, has(jobs)],
      ['customers → bad leads', people.length, bad.length, has(bad)],
      ['customers → booked opportunities', people.length, opportunities.length, has(opportunities)],
      ['lead status → booked opportunities', leads.length, opportunities.length, leads.filter((lead) => lead.hasOpportunity).length],
      [
        'lead status → lost leads',
        leads.length,
        lost.length,
        leads.filter((lead) => lost.some((each) => each.quote === lead.quote)).length,
      ],
      ['lead status → customers (over opportunities)', leads.length, people.length, leads.filter((lead) => lead.hasOpportunity).length],
      [
        'lost leads → booked opportunities',
        lost.length,
        opportunities.length,
        lost.filter((each) => opportunities.some((other) => other.quote === each.quote)).length,
      ],
      ['booked opportunities → customers', opportunities.length, people.length, opportunities.length],
      ['bad leads → customers', bad.length, people.length, bad.filter((each) => each.customer !== null).length],
    ];
    return lines.map(([relationship, source_count, target_count, linked_count]) => ({
      relationship,
      source_count,
      target_count,
      linked_count,
      linkage_percentage: round((100 * linked_count) / source_count),
    }));
  },
};

function standing(lead: string | undefined, opportunity: string | undefined, isLost: boolean): string {
  if (opportunity === 'CANCELLED') return 'Cancelled';
  if (opportunity !== undefined && opportunity !== 'LOST' && opportunity !== 'BAD') return 'Converted';
  if (isLost || lead === 'LOST' || opportunity === 'LOST') return 'Lost Lead';
  return lead === 'BAD' || opportunity === 'BAD' ? 'Bad Lead' : 'Active Lead';
}
