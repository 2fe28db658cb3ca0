import { membersOfPerson } from './assign-customers.ts';
import { pickGolden } from './pick-golden.ts';
import readGoldenSql from './read-golden.sql';
import { recordIdOf } from './roster.ts';
import type { Staging } from '../staging/staging.ts';
import type { Findings } from './stage-plan.ts';

/** Stages the golden values of everybody's customer as `golden_values`. */
export async function stageGolden(staging: Staging, { roster, generic, people }: Findings): Promise<void> {
  const idOf = (record: number): string | null => (record < 0 ? null : recordIdOf(roster, record));
  await staging.put(
    'golden_picks',
    (function* () {
      for (const [person, { customerId, isNew }] of people.list.entries()) {
        if (customerId === null) continue;
        const pick = pickGolden(roster, generic, membersOfPerson(people, person));
        yield [customerId, isNew ? 't' : 'f', pick.isTied ? 't' : 'f', idOf(pick.name), idOf(pick.email), idOf(pick.phone)];
      }
    })(),
  );
  await staging.select('golden_values', readGoldenSql, [staging.transaction.businessId]);
}
