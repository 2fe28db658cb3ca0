import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Fault } from '../../platform/fault.ts';
import type { Question } from '../question.ts';
import { suggestion } from '../suggestion.ts';
import { parseQuestion } from './parse-question.ts';

/** Every question of the given folders, by theme and id. Folders are read each time: a new file is a new question. */
export function findQuestions(folders: readonly string[]): Question[] {
  const questions = questionFiles(folders).map(({ file, root }) => parseQuestion(readFileSync(file, 'utf8'), file, root));
  return questions.sort((a, b) => (a.theme === b.theme ? compare(a.id, b.id) : compare(a.theme, b.theme)));
}

/** The question with this id; an unknown one is a Fault that names the nearest. */
export function getQuestion(folders: readonly string[], id: string): Question {
  const files = questionFiles(folders);
  const found = files.find(({ file }) => basename(file, '.sql') === id);
  if (found !== undefined) return parseQuestion(readFileSync(found.file, 'utf8'), found.file, found.root);
  const known = files.map(({ file }) => basename(file, '.sql')).sort(compare);
  throw new Fault(
    'no_such_question',
    `There is no question "${id}"${suggestion(id, known)}. Look for one with: throughline query search WORDS, or see all: throughline query list.`,
    {
      exit: 'usage',
      status: 404,
      details: { known },
    },
  );
}

interface QuestionFile {
  file: string;
  root: string;
}

function questionFiles(folders: readonly string[]): QuestionFile[] {
  const files = folders.flatMap((root) => filesIn(root).map((file) => ({ file, root })));
  refuseTwins(files);
  return files;
}

/** `<theme>/<id>.sql`; receipts, rows and tests beside them are no questions. */
function filesIn(root: string): string[] {
  if (!existsSync(root)) return [];
  const themes = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name));
  return themes.flatMap((theme) =>
    readdirSync(join(root, theme.name))
      .filter((name) => name.endsWith('.sql') && !/\.(receipt|rows)\.sql$/.test(name))
      .map((name) => join(root, theme.name, name)),
  );
}

/** Folders of what several questions share. */
const SHARED = ['receipts', 'rows'];

function refuseTwins(files: readonly QuestionFile[]): void {
  const seen = new Map<string, string>();
  for (const { file } of files) {
    const id = basename(file, '.sql');
    const twin = seen.get(id);
    if (twin !== undefined) throw new Fault('question_twice', `Two files hold the question "${id}": ${twin} and ${file}. Rename one.`);
    seen.set(id, file);
  }
}

/** By code point: the order must not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
