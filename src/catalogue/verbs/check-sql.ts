import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { CliContext } from '../../platform/cli/cli-context.ts';
import { Fault } from '../../platform/fault.ts';
import { chooseBusiness } from '../../tenancy/index.ts';
import { readRelations } from '../guard/find-fan-outs.ts';
import { refuseFanOuts } from '../guard/refuse-fan-outs.ts';

/** Says whether a join in a file of SQL multiplies what is added up. Nothing of the file is run. */
export async function checkSql(context: CliContext, command: Command, file: string): Promise<void> {
  const sql = readFile(file);
  const flags = context.flags(command);
  await context.withDatabase(command, async (database) => {
    const business = await chooseBusiness(database, flags.business);
    const known = await database.inBusiness(business.id, readRelations, 'read');
    await refuseFanOuts(sql, known, file);
  });
  if (flags.json === true) context.printJson({ file, multiplied: [] });
  else context.say(`${file}: no join multiplies what is added up.`);
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Fault('no_such_file', `There is no file ${file} that can be read. Give the path of a file with SQL.`, {
      exit: 'usage',
      cause,
    });
  }
}
