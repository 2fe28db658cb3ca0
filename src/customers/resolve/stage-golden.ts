import type { BusinessTransaction } from '../../platform/database/database.ts';
import { membersOfPerson } from './assign-customers.ts';
import { pickGolden } from './pick-golden.ts';
import readGoldenSql from './read-golden.sql';
import { recordIdOf } from './roster.ts';
import { type Findings, stageTable } from './stage-plan.ts';

/** Puts the golden values of everybody's customer into the temp table `golden_values`. */
export async function stageGolden(transaction: BusinessTransaction, { roster, generic, people }: Findings): Promise<void> {
  const idOf = (record: number): string | null => (record < 0 ? null : recordIdOf(roster, record));
  await stageTable(
    transaction,
    'golden_picks (customer_id uuid, is_new boolean, is_tied boolean, name_record_id uuid, email_record_id uuid, phone_record_id uuid)',
    (function* () {
      for (const [person, { customerId, isNew }] of people.list.entries()) {
        if (customerId === null) continue;
        const pick = pickGolden(roster, generic, membersOfPerson(people, person));
        yield [customerId, isNew ? 't' : 'f', pick.isTied ? 't' : 'f', idOf(pick.name), idOf(pick.email), idOf(pick.phone)];
      }
    })(),
  );
  await transaction.run('drop table if exists pg_temp.golden_values');
  await transaction.run(readGoldenSql, [transaction.businessId]);
  await transaction.run('analyze golden_values');
}
