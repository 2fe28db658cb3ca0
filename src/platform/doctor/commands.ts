import type { CommandDoor } from '../cli/command-door.ts';
import type { Checkup } from './checkup.ts';

/** `throughline doctor`: is this installation in order? */
export const doctorCommands: CommandDoor = {
  register(program, context) {
    program
      .command('doctor')
      .description('check versions, migrations, clock, disk and the walls between businesses')
      .action(async (_options, command) => {
        const { examine } = await import('./examine.ts');
        const checks = await context.withDatabase(command, (database) => examine(database, context.config(command)));
        if (context.flags(command).json === true) context.printJson({ isHealthy: checks.every(isHealthy), checks });
        else context.print(checks.map((check) => `${MARKS[check.state]} ${check.name.padEnd(11)} ${check.finding}`).join('\n'));
        context.endWith(checks.every(isHealthy) ? 'done' : 'configuration');
      });
  },
};

const MARKS: Readonly<Record<Checkup['state'], string>> = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' };

function isHealthy(check: Checkup): boolean {
  return check.state !== 'failed';
}
