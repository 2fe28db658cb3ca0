import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modules } from '../../app.ts';
import { foldersOf } from '../question-folders.ts';
import { findQuestions } from '../reading/find-questions.ts';
import { INDEX_FILE } from '../verbs/write-index.ts';
import { printIndex } from './print-index.ts';

it('docs/sql_queries_index.md is as the headers are (npm run docs mends it)', () => {
  expect(readFileSync(INDEX_FILE, 'utf8')).toBe(printIndex(findQuestions(foldersOf(modules))));
});
