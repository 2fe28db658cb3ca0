import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { serverCommands } from './commands.ts';

export const server: ThroughlineModule = { name: 'server', plugs: [commandDoors.plug(serverCommands)] };
