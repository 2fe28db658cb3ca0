import type { Database } from '../../platform/database/database.ts';
import type { Question } from '../question.ts';
import { runStatement } from '../running/run-statement.ts';
import { settleParameters } from '../running/settle-parameters.ts';

const ZONES = ['UTC', 'America/Chicago', 'Pacific/Auckland'];

/** The answer of a question's statement with the session in each of three zones, none of which it may depend on. */
export async function answerInZones(database: Database, businessId: string, question: Question): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const zone of ZONES)
    answers.push(
      await database.inBusiness(
        businessId,
        async (transaction) => {
          const settled = await settleParameters(transaction, question, {});
          await transaction.run(`set local time zone '${zone}'`);
          return runStatement(transaction, question, settled, question.sql);
        },
        'read',
      ),
    );
  return answers;
}
