import ts from 'typescript';
import type { Offence } from './offence.ts';
import { importsOf } from './find-broken-arrows.ts';
import type { ProjectFile } from './project-files.ts';

/** Files whose exports are for others: entry points and what tools call by name. */
const ENTRIES = [
  /^src\/cli\.ts$/,
  /\.config\.ts$/,
  /^tests\/global-setup\.ts$/,
  /^bench\//,
  /^tests\/architecture\/toy-module\//,
  /\.d\.ts$/,
  /^tests\/architecture\/all-checks\.ts$/,
];

/**
 * Exported names that nothing uses: no importing file mentions them, nor the file itself a
 * second time. A word match, cheap and good enough.
 */
export function findDeadExports(files: readonly ProjectFile[]): Offence[] {
  const importers = new Map<string, string[]>();
  for (const file of files) for (const target of importsOf(file)) importers.set(target, [...(importers.get(target) ?? []), file.text]);
  return files
    .filter((file) => !ENTRIES.some((entry) => entry.test(file.path)))
    .flatMap((file) =>
      exportedNames(file)
        .filter((name) => (file.text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length < 2)
        .filter((name) => !(importers.get(file.path) ?? []).some((text) => mentions(text, name)))
        .map((name) => ({
          file: file.path,
          message: `exports ${name}, which neither this file nor any other uses; remove it`,
        })),
    );
}

/** Functions, constants and classes; types are part of a signature and may stay. */
function exportedNames(file: ProjectFile): string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, false);
  return source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)
      ? [statement.name?.text ?? ''].filter((name) => name !== '')
      : [];
  });
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b|\\* as `).test(text);
}
