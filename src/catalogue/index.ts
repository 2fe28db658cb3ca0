import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { routeDoors } from '../platform/http/route-door.ts';
import { catalogueCommands } from './commands.ts';
import { ownQuestions, questionFolders } from './question-folders.ts';
import { questionRoutes } from './routes.ts';
import { scheduleCommands } from './schedules/commands.ts';

export { questionFolders } from './question-folders.ts';
export { runQuestion, type WantedAnswer } from './run-question.ts';
export { watchSchedules } from './schedules/watch-schedules.ts';
export type { Answer, AnswerColumn, AnswerValue, Receipt } from './running/answer.ts';

export const catalogue: ThroughlineModule = {
  name: 'catalogue',
  plugs: [
    questionFolders.plug(ownQuestions),
    commandDoors.plug(catalogueCommands),
    commandDoors.plug(scheduleCommands),
    routeDoors.plug(questionRoutes),
  ],
};
