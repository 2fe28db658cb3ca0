import pg from 'pg';
import { copyRows } from '../../platform/database/copy-rows.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { People } from './assign-customers.ts';
import { type Plan, customerBefore } from './plan-changes.ts';
import { type Roster, recordIdOf } from './roster.ts';
import type { Ground, Ties } from './ties.ts';

/** What a run found out: its records, who they are, and why. */
export interface Findings {
  roster: Roster;
  generic: readonly Uint8Array[];
  people: People;
  ties: Ties;
}

/** Puts a plan into temp tables (`planned_…`), so that each of its parts is written by one statement. */
export async function stagePlan(transaction: BusinessTransaction, { roster, people, ties }: Findings, plan: Plan): Promise<void> {
  const idOf = (record: number): string => recordIdOf(roster, record);
  await stageTable(
    transaction,
    'planned_customers (id uuid, founding_record_id uuid, is_new boolean)',
    (function* () {
      for (const { id, founder } of plan.created) yield [id, idOf(founder), 't'];
      for (const { id, founder } of plan.refounded) yield [id, idOf(founder), 'f'];
    })(),
  );
  await stageTable(
    transaction,
    `planned_merges (id uuid, kept_customer_id uuid, merged_customer_id uuid, record_id uuid, ${GROUND})`,
    plan.merges.map((merge) => [merge.id, merge.kept, merge.merged, idOf(merge.founder), ...groundValues(ties.groundOf(merge.founder))]),
  );
  await stageTable(
    transaction,
    'planned_redirects (id uuid, customer_id uuid, merge_id uuid)',
    plan.redirects.map(({ id, to, mergeId }) => [id, to, mergeId]),
  );
  await stageTable(
    transaction,
    `planned_moves (record_id uuid, link_id uuid, customer_id uuid, from_customer_id uuid, has_arrived boolean, ${GROUND})`,
    (function* () {
      for (const record of plan.moves) {
        const to = people.list[people.personOf[record] ?? -1]?.customerId ?? null;
        yield [
          idOf(record),
          uuidV7(),
          to,
          customerBefore(roster, record),
          roster.arrived[record] === 1 ? 't' : 'f',
          ...groundValues(ties.groundOf(record)),
        ];
      }
    })(),
  );
  await stageTable(
    transaction,
    'planned_changes (event text, customer_id uuid, other_customer_id uuid, record_ids uuid[])',
    (function* () {
      for (const change of plan.changes) yield [change.event, change.customer, change.other, `{${change.records.join(',')}}`];
    })(),
  );
}

const GROUND = 'method text, confidence numeric, reason text, shared integer, names text, with_record_id uuid';

function groundValues(ground: Ground): (string | null)[] {
  return [ground.method, String(ground.confidence), ground.by, String(ground.shared), ground.names, ground.with];
}

/** Up to here rows are sent as one message with the table: a COPY and what belongs to it are five. */
const FEW = 50;

/** Makes a temp table from `name (columns)` and fills it. */
export async function stageTable(
  transaction: BusinessTransaction,
  table: string,
  rows: Iterable<readonly (string | null)[]>,
): Promise<void> {
  const name = table.slice(0, table.indexOf(' '));
  const make = `drop table if exists pg_temp.${name}; create temp table ${table} on commit drop`;
  const source = rows[Symbol.iterator]();
  const first: (readonly (string | null)[])[] = [];
  let next = source.next();
  for (; next.done !== true && first.length < FEW; next = source.next()) first.push(next.value);
  if (next.done === true) {
    await transaction.client.query(first.length === 0 ? make : `${make}; insert into ${name} values ${listed(first)}; analyze ${name}`);
    return;
  }
  await transaction.client.query(make);
  const copier = copyRows(transaction.client, name);
  for (const row of first) copier.add(row);
  for (let count = first.length; next.done !== true; next = source.next()) {
    copier.add(next.value);
    count += 1;
    if (count % 5_000 === 0) await copier.settle();
  }
  await copier.finish();
  await transaction.run(`analyze ${name}`);
}

function listed(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `(${row.map((value) => (value === null ? 'null' : pg.escapeLiteral(value))).join(', ')})`).join(', ');
}
