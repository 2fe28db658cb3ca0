import type { ScratchDatabase } from '../../../tests/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { catalogue } from '../index.ts';
import type { Answer } from '../running/answer.ts';
import { runQuestion } from '../run-question.ts';

type Values = Record<string, string | number | boolean | null>;

/** Puts hand-made rows of one business on the stage of a test, and asks questions about them. */
export interface Stage {
  businessId: string;
  /** Inserts a row into `schema.table`; returns its id. */
  add(table: string, values: Values): Promise<string>;
  branch(name: string, currency?: string | null): Promise<string>;
  salesPerson(name: string): Promise<string>;
  leadSource(name: string, category: string, ...spellings: string[]): Promise<string>;
  customer(name: string, values?: Values): Promise<string>;
  job(values: Values): Promise<string>;
  lead(quoteNumber: string, values?: Values): Promise<string>;
  lostLead(quoteNumber: string, values?: Values): Promise<string>;
  badLead(values?: Values): Promise<string>;
  opportunity(quoteNumber: string, values?: Values): Promise<string>;
  /** What was spent on a source in the month that begins on a day. */
  spend(leadSource: string, month: string, amount: number, values?: Values): Promise<string>;
  ask(id: string, parameters?: Record<string, unknown>): Promise<Answer>;
}

/** The stage of a scratch database, for its own business or another. */
export function stageOf(scratch: ScratchDatabase, businessId = scratch.businessId): Stage {
  let counter = 0;
  const nextNumber = (): number => {
    counter += 1;
    return counter;
  };
  const add = async (table: string, values: Values): Promise<string> => {
    const id = uuidV7();
    const row: Values = { business_id: businessId, id, ...values };
    const names = Object.keys(row);
    const places = names.map((_name, index) => `$${index + 1}`);
    await scratch.database.inBusiness(businessId, (transaction) =>
      transaction.run(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row)),
    );
    return id;
  };
  return {
    businessId,
    add,
    branch: (name, currency = null) => add('tenancy.branches', { name, normalized_name: name.toLowerCase(), currency }),
    salesPerson: (name) => add('journey.sales_persons', { name, normalized_name: name.toLowerCase() }),
    async leadSource(name, category, ...spellings) {
      const source = await add('journey.lead_sources', { name, normalized_name: name.toLowerCase(), category });
      for (const spelling of [name, ...spellings]) await add('journey.lead_source_spellings', { spelling, lead_source_id: source });
      return source;
    },
    customer: (name, values = {}) => add('customers.customers', { name, ...values }),
    job: (values) => add('journey.jobs', { job_id: `job-${nextNumber()}`, ...values }),
    lead: (quoteNumber, values = {}) => add('journey.lead_status', { quote_number: quoteNumber, ...values }),
    lostLead: (quoteNumber, values = {}) => add('journey.lost_leads', { quote_number: quoteNumber, ...values }),
    badLead: (values = {}) => add('journey.bad_leads', { natural_key: `bad-${nextNumber()}`, ...values }),
    opportunity: (quoteNumber, values = {}) => add('journey.booked_opportunities', { quote_number: quoteNumber, ...values }),
    spend: (leadSource, month, amount, values = {}) =>
      add('journey.marketing_spend', { natural_key: `spend-${nextNumber()}`, lead_source: leadSource, month, amount, ...values }),
    ask: (id, parameters = {}) => runQuestion(scratch.database, [catalogue], { businessId, id, parameters }),
  };
}
