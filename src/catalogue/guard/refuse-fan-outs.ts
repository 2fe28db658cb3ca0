import { Fault } from '../../platform/fault.ts';
import { findFanOuts, type KnownRelations } from './find-fan-outs.ts';
import type { FanOut } from './judge-select.ts';
import { mendStatement } from './mend-statement.ts';

/** A Fault (`multiplied_measure`) when a join multiplies what a statement adds up; it names the join and shows how to mend it. */
export async function refuseFanOuts(sql: string, known: KnownRelations, where: string): Promise<void> {
  const found = await findFanOuts(sql, known);
  const [first] = found;
  if (first === undefined) return;
  const whole = await mendedWhole(sql, known);
  throw new Fault('multiplied_measure', `${where}: ${wordsOf(first)}\n\nAdd it up first and join then:\n\n${whole ?? mended(first)}`, {
    exit: 'refused',
    status: 422,
    details: { found: found.map((fanOut) => ({ ...fanOut, words: wordsOf(fanOut), mended: whole ?? mended(fanOut) })) },
  });
}

/** The statement as it should be, when it can be said as a whole and holds nothing that is multiplied. */
async function mendedWhole(sql: string, known: KnownRelations): Promise<string | undefined> {
  try {
    const whole = await mendStatement(sql);
    return whole !== undefined && (await findFanOuts(whole, known)).length === 0 ? whole : undefined;
  } catch {
    // A statement with named parameters is no SQL for the parser: the pattern of the mended one is shown then.
    return undefined;
  }
}

function wordsOf({ aggregate, measure, multiplier, on }: FanOut): string {
  const joined = on.length === 0 ? 'nothing' : on.join(', ');
  return `${aggregate}() counts a row of "${measure}" once for each row of "${multiplier}" that it meets: they are joined on ${joined}, and several rows of "${multiplier}" can agree in that.`;
}

function mended({ aggregate, measure, by }: FanOut): string {
  const columns = by.length === 0 ? 'the columns you group by' : by.join(', ');
  const condition = by.length === 0 ? 'true' : by.map((column) => `${measure}_summed.${column} = …`).join(' and ');
  return [
    `with ${measure}_summed as (`,
    `  select ${columns}, ${aggregate}(…) as total`,
    `  from ${measure}`,
    `  group by ${columns}`,
    ')',
    `select …, ${measure}_summed.total`,
    `from … left join ${measure}_summed on ${condition}`,
  ].join('\n');
}
