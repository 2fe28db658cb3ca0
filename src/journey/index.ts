import { dependentPointers, recordSources } from '../customers/record-source.ts';
import { customerAmounts } from '../customers/review/list-questions.ts';
import { fileKinds, undoConsequences } from '../import/file-kind.ts';
import { importAudits } from '../import/index.ts';
import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { routeDoors } from '../platform/http/route-door.ts';
import { integrityCommands } from './audits/integrity-commands.ts';
import { journeyImportAudit } from './audits/journey-import-audit.ts';
import { journeyCommands } from './commands.ts';
import journeyAmounts from './customers/journey-amounts.sql';
import { journeyKinds } from './kinds/index.ts';
import { badLeadsRecords } from './record-sources/bad-leads.ts';
import { bookedOpportunitiesRecords } from './record-sources/booked-opportunities.ts';
import { jobsRecords } from './record-sources/jobs.ts';
import { leadStatusPointer } from './record-sources/lead-status.ts';
import { lostLeadsRecords } from './record-sources/lost-leads.ts';
import { journeyRoutes } from './routes.ts';
import { journeyUndoConsequence } from './undo/undo-consequence.ts';

export { buildJourney } from './build-journey.ts';

/** The lead pool to the closed job. */
export const journey: ThroughlineModule = {
  name: 'journey',
  plugs: [
    ...journeyKinds.map((kind) => fileKinds.plug(kind)),
    recordSources.plug(jobsRecords),
    recordSources.plug(bookedOpportunitiesRecords),
    recordSources.plug(lostLeadsRecords),
    recordSources.plug(badLeadsRecords),
    dependentPointers.plug(leadStatusPointer),
    customerAmounts.plug({ name: 'journey', sql: journeyAmounts }),
    undoConsequences.plug(journeyUndoConsequence),
    importAudits.plug(journeyImportAudit),
    commandDoors.plug(journeyCommands),
    commandDoors.plug(integrityCommands),
    routeDoors.plug(journeyRoutes),
  ],
};
