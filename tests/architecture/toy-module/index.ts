import { join } from 'node:path';
import { questionFolders } from '../../../src/catalogue/question-folders.ts';
import { recordSources } from '../../../src/customers/record-source.ts';
import { fileKinds } from '../../../src/import/index.ts';
import type { ThroughlineModule } from '../../../src/platform/app/plug.ts';
import { type CommandDoor, commandDoors } from '../../../src/platform/cli/command-door.ts';
import { visitsKind } from './visits-kind.ts';
import { visitsRecords } from './visits-records.ts';

const hello: CommandDoor = {
  register(program, context) {
    const surveys = program.command('surveys').description('survey visits');
    surveys.command('hello').action(() => context.print('hello from surveys'));
  },
};

/** The whole module; `folder` is where its migrations and questions lie. */
export function surveys(folder: string): ThroughlineModule {
  return {
    name: 'surveys',
    migrations: join(folder, 'migrations'),
    plugs: [
      fileKinds.plug(visitsKind),
      recordSources.plug(visitsRecords),
      commandDoors.plug(hello),
      questionFolders.plug(join(folder, 'questions')),
    ],
  };
}
