import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { routeDoors } from '../platform/http/route-door.ts';
import { importCommands } from './commands.ts';
import { importRoutes } from './routes.ts';
import { quarantineRoutes } from './quarantine/quarantine-routes.ts';
import { uploadRoutes } from './upload/upload-routes.ts';

export { findOffences, type ImportAudit, importAudits, type Offence, offenceLine } from './audits/offence.ts';
export { importFiles } from './engine/import-files.ts';
export { openTables } from './formats/read-tables.ts';
export { fileKinds, undoConsequences } from './file-kind.ts';
export type {
  BranchFacts,
  CellReading,
  FileKind,
  HeirFile,
  KeptDecision,
  KeptValue,
  KindColumn,
  KindLink,
  KindLookup,
  LoadedFile,
  ReadingContext,
  UndoConsequence,
  UndoneBatch,
} from './file-kind.ts';

/** Files in, batches, quarantine and undo. */
export const importing: ThroughlineModule = {
  name: 'import',
  plugs: [
    commandDoors.plug(importCommands),
    routeDoors.plug(importRoutes),
    routeDoors.plug(quarantineRoutes),
    routeDoors.plug(uploadRoutes),
  ],
};
