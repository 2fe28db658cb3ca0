import type { ThroughlineModule } from './app/plug.ts';
import { commandDoors } from './cli/command-door.ts';
import { describeCommands } from './describe/commands.ts';
import { doctorCommands } from './doctor/commands.ts';

/** The platform's own commands. Its code is imported file by file; this is only its place in the list of modules. */
export const platform: ThroughlineModule = {
  name: 'platform',
  plugs: [commandDoors.plug(describeCommands), commandDoors.plug(doctorCommands)],
};
