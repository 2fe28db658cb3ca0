import type { Database } from '../../platform/database/database.ts';

const FACTS = ['job_facts', 'lead_facts', 'opportunity_facts', 'lost_lead_facts', 'bad_lead_facts'];

/** Rows that the facts have and the kept ones do not, or the other way round, over the columns both have. */
export async function differingCopies(database: Database, businessId: string): Promise<unknown[]> {
  return database.inBusiness(
    businessId,
    async (transaction) => {
      const found: unknown[] = [];
      for (const fact of FACTS) {
        const { columns } = await transaction.one<{ columns: string }>(
          `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
          from information_schema.columns where table_schema = 'catalogue' and table_name = $1`,
          [`${fact}_kept`],
        );
        const [facts, kept] = [`select ${columns} from catalogue.${fact}`, `select ${columns} from catalogue.${fact}_kept`];
        found.push(...(await transaction.rows(`(${facts} except all ${kept}) union all (${kept} except all ${facts})`)));
      }
      return found;
    },
    'read',
  );
}
