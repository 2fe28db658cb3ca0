import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import findBranch from '../lookups/find-branch.sql';
import findCustomer from '../lookups/find-customer.sql';
import findLeadSource from '../lookups/find-lead-source.sql';
import findSalesPerson from '../lookups/find-sales-person.sql';
import type { ParameterType } from '../question.ts';

export interface ResolvedName {
  id: string;
  name: string;
}

const LOOKUPS: Partial<Record<ParameterType, { statement: string; noun: string }>> = {
  branch: { statement: findBranch, noun: 'branch' },
  sales_person: { statement: findSalesPerson, noun: 'sales person' },
  lead_source: { statement: findLeadSource, noun: 'lead source' },
  customer: { statement: findCustomer, noun: 'customer' },
};

/**
 * The id a name, spelling or id stands for; undefined for types that are not looked up.
 * A name nobody bears is a Fault: an answer of zero would look like a fact.
 */
export async function resolveName(transaction: BusinessTransaction, type: ParameterType, text: string): Promise<ResolvedName | undefined> {
  const lookup = LOOKUPS[type];
  if (lookup === undefined) return undefined;
  const rows = await transaction.rows<ResolvedName & { is_match: boolean }>(lookup.statement, [transaction.businessId, text]);
  const [best] = rows.filter((row) => row.is_match);
  if (best !== undefined) return { id: best.id, name: best.name };
  const near = rows.map((row) => row.name);
  throw new Fault(
    'no_such_value',
    `There is no ${lookup.noun} "${text.slice(0, 100)}".${near.length === 0 ? '' : ` Nearest: ${near.join(', ')}.`}`,
    {
      exit: 'usage',
      status: 404,
      details: { near },
    },
  );
}
