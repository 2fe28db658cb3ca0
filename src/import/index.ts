import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { importCommands } from './commands.ts';

export { fileKinds, undoConsequences } from './file-kind.ts';
export type { CellReading, FileKind, KindColumn, KindLink, KindLookup, LoadedFile, ReadingContext, UndoConsequence } from './file-kind.ts';

/** Files in, batches, quarantine and undo. */
export const importing: ThroughlineModule = { name: 'import', plugs: [commandDoors.plug(importCommands)] };
