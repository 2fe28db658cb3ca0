import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { requestGuards } from '../platform/http/request-guard.ts';
import { routeDoors } from '../platform/http/route-door.ts';
import { readerCommands } from './readers/commands.ts';
import { settingsCommands } from './settings/commands.ts';
import { signInGuard } from './request-guard.ts';
import { sessionRoutes } from './routes.ts';

export { adoptBusinesses } from './adopt-businesses.ts';
export { lockBusiness, withBusinessLock } from './business-lock.ts';
export { type Business, chooseBusiness, dropBusiness, findBusinesses, makeBusiness } from './choose-business.ts';
export { condenseDataChanges } from './condense-data-changes.ts';
export { ensureOwner } from './ensure-owner.ts';
export { getBusiness } from './get-business.ts';
export { LINK_MINUTES, makeSignInLink } from './make-sign-in-link.ts';
export { requireManager } from './require-role.ts';

export const tenancy: ThroughlineModule = {
  name: 'tenancy',
  plugs: [
    commandDoors.plug(readerCommands),
    commandDoors.plug(settingsCommands),
    requestGuards.plug(signInGuard),
    routeDoors.plug(sessionRoutes),
  ],
};
