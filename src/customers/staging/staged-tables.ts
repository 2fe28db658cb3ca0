const GROUND = 'method text, confidence numeric, reason text, shared integer, names text, with_record_id uuid';

/** As in emit/make-arrivals.sql. */
const ARRIVALS =
  'source text, id uuid, source_id uuid, source_key text, source_updated_at timestamptz, name text, display_name text, name_key text, first_key text, last_key text, suffix text, email text, email_key text, phone text, phone_key text, phone_extension text, quote_number text, observed_on date, batch_id uuid, street text, city text, state text, postal_code text, has_record boolean';

/** The sets of rows that a run hands to its statements, by the name the statements use, with their columns. */
export const STAGED_TABLES = {
  arrivals: ARRIVALS,
  scope_records: 'id uuid',
  rechecked_values: 'value_kind text, value text',
  recounted_values: 'value_kind text, value text, people integer, records integer',
  found_proposals: 'record_a uuid, record_b uuid, probability numeric, state text, reasons jsonb',
  found_compared:
    'record_id uuid, mailbox_hash integer, phone_hash integer, name_hash integer, partner_hash integer, zip_hash integer, house_hash integer',
  found_pairs: 'record_a uuid, record_b uuid, probability numeric',
  planned_customers: 'id uuid, founding_record_id uuid, is_new boolean',
  planned_merges: `id uuid, kept_customer_id uuid, merged_customer_id uuid, record_id uuid, ${GROUND}`,
  planned_redirects: 'id uuid, customer_id uuid, merge_id uuid',
  planned_moves: `record_id uuid, link_id uuid, customer_id uuid, from_customer_id uuid, has_arrived boolean, ${GROUND}`,
  planned_changes: 'event text, customer_id uuid, other_customer_id uuid, record_ids uuid[]',
  planned_generic: 'value_kind text, record_id uuid, people integer, records integer',
  planned_members: 'value_kind text, record_id uuid, customer_id uuid',
  wanted_members: 'value_kind text, value text, customer_id uuid',
  concerned_households: 'id uuid, value_kind text, value text',
  golden_picks: 'customer_id uuid, is_new boolean, is_tied boolean, name_record_id uuid, email_record_id uuid, phone_record_id uuid',
  golden_values:
    'customer_id uuid, is_new boolean, name text, first_name text, last_name text, email text, phone text, gender text, is_settled boolean',
  learnt_weights:
    'dimension integer, level integer, meaning text, same numeric, careless numeric, household numeric, couple numeric, contact numeric, lodging numeric, unrelated numeric',
  learnt_values: 'hash bigint, feature integer, people integer, is_established boolean, value text',
} as const;

export type StagedName = keyof typeof STAGED_TABLES;

/** Name and type of each column, in order. */
export function columnsOf(table: StagedName): { name: string; type: string }[] {
  return STAGED_TABLES[table].split(', ').map((column) => {
    const space = column.indexOf(' ');
    return { name: column.slice(0, space), type: column.slice(space + 1) };
  });
}
