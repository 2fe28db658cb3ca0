import type { RecordSource } from '../../record-source.ts';
import candidatesSql from './candidates.sql';
import chooseSql from './choose.sql';

/** Whose values are chosen (SQL that selects customer ids), and where rows are told from that only their own tables know. */
export interface ChoiceScope {
  customers: string;
  /** Needed for what is no part of a person record: the destination. */
  sources?: readonly RecordSource[];
  /** Their rows are few: each is looked up in its table, which is not read whole. */
  areFew?: boolean;
}

/** The statement that chooses: $1 = business, $2 = rules. */
export function composeChoice(scope: ChoiceScope): string {
  return chooseSql.replace(':candidates', () => `(${composeCandidates(scope)})`);
}

/** The statement that lists what there is to choose from: $1 = business. */
export function composeCandidates(scope: ChoiceScope): string {
  return candidatesSql.replace(':details', () => `(${composeDetails(scope)})`).replace(':customers', () => scope.customers);
}

const NO_DETAILS = `select null::text as source, null::uuid as source_id, null::uuid as file_id, null::integer as line,
  null::text as destination_address, null::text as destination_city, null::text as destination_state, null::text as destination_zip
where false`;

/**
 * The rows of every source: where they were read, and what is no part of a person record. Of few
 * customers by the ids of their rows in an array: through the union a join over them reads every
 * table whole, which took 54 ms for one customer among 66,000 records.
 */
export function composeDetails({ customers, sources = [], areFew = false }: ChoiceScope): string {
  const theirs = `array(select record.source_id from customers.records as record where record.business_id = $1 and record.customer_id in (${customers}))`;
  const filter = areFew ? ` where details.source_id = any (${theirs})` : '';
  const parts = sources.flatMap(({ source, details }) =>
    details === undefined ? [] : [`select '${source}'::text as source, ${DETAIL_COLUMNS} from (${details}) as details${filter}`],
  );
  return parts.length === 0 ? NO_DETAILS : parts.join('\nunion all\n');
}

const DETAIL_COLUMNS = 'source_id, file_id, line, destination_address, destination_city, destination_state, destination_zip';
