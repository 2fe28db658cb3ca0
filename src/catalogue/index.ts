import type { ThroughlineModule } from '../platform/app/plug.ts';
import { commandDoors } from '../platform/cli/command-door.ts';
import { routeDoors } from '../platform/http/route-door.ts';
import { buildFollowers } from '../journey/build-followers.ts';
import { catalogueCommands } from './commands.ts';
import { keepAllRows } from './keeping/keep-rows.ts';
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
    buildFollowers.plug({ title: 'copy rows for questions', follow: keepAllRows }),
    commandDoors.plug(catalogueCommands),
    commandDoors.plug(scheduleCommands),
    routeDoors.plug(questionRoutes),
  ],
};
