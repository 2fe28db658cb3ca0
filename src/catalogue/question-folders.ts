import { join } from 'node:path';
import { definePlugSlot, type ThroughlineModule } from '../platform/app/plug.ts';
import { projectRoot } from '../platform/config.ts';

/** Absolute path of a folder with `<theme>/<id>.sql` questions (and `receipts/`); any module may add one. */
export const questionFolders = definePlugSlot<string>('catalogue.question-folders');

/** The folder with the questions of this module. */
export const ownQuestions = join(projectRoot, 'src', 'catalogue', 'questions');

/** All question folders of the app. */
export function foldersOf(modules: readonly ThroughlineModule[]): string[] {
  return questionFolders.collect(modules);
}
