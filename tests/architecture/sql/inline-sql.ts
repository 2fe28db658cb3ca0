import ts from 'typescript';
import type { ProjectFile } from '../project-files.ts';

const STARTS_LIKE_SQL = /^\s*(--[^\n]*\n\s*)*(select|insert into|update|delete from|with|truncate)\s/i;

/** SQL written into TypeScript strings, each as a file of its own at the same path. Texts with `${…}` in them are left out. */
export function inlineSqlOf(file: ProjectFile): ProjectFile[] {
  const found: ProjectFile[] = [];
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && STARTS_LIKE_SQL.test(node.text)) found.push({ path: file.path, text: node.text });
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}
