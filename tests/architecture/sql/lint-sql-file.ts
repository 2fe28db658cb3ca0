import { scan } from 'libpg-query';
import type { Offence } from '../offence.ts';
import type { ProjectFile } from '../project-files.ts';
import { findUnfilteredTables } from './find-unfiltered-tables.ts';
import { findForbiddenForms } from './find-forbidden-forms.ts';
import { type SyntaxNode, parseStatements } from './syntax-tree.ts';

/**
 * Everything the house asks of one `.sql` file: it parses, opens with a comment, is in
 * lower case, filters every tenant table by business, and keeps to forms that also work
 * on a distributed server.
 */
export async function lintSqlFile(file: ProjectFile, tenantTables: ReadonlySet<string>): Promise<Offence[]> {
  const isSchema = file.path.startsWith('database/');
  let statements: SyntaxNode[];
  try {
    statements = await parseStatements(file.text);
  } catch (error) {
    return [
      { file: file.path, message: `is not SQL that PostgreSQL can parse: ${error instanceof Error ? error.message : String(error)}` },
    ];
  }
  return [
    ...findMissingHeader(file),
    ...(await findUpperCaseKeywords(file)),
    ...(isSchema
      ? []
      : statements.flatMap((statement) =>
          findUnfilteredTables(statement, tenantTables).map((table) => ({
            file: file.path,
            message: `uses ${table} without business_id = …`,
          })),
        )),
    ...statements.flatMap((statement) => findForbiddenForms(statement).map((message) => ({ file: file.path, message }))),
  ];
}

function findMissingHeader(file: ProjectFile): Offence[] {
  return /^\s*(--|\/\*)/.test(file.text)
    ? []
    : [{ file: file.path, line: 1, message: 'must open with a comment: what it answers or does, and its parameters' }];
}

/** Keywords in capitals; one report per line is enough. */
async function findUpperCaseKeywords(file: ProjectFile): Promise<Offence[]> {
  const bytes = Buffer.from(file.text, 'utf8');
  const { tokens } = await scan(file.text);
  const shouted = tokens.filter((token) => token.keywordKind !== 0 && token.text !== token.text.toLowerCase());
  const lines = new Map(shouted.map((token) => [bytes.subarray(0, token.start).toString('utf8').split('\n').length, token.text]));
  return [...lines].map(([line, text]) => ({ file: file.path, line, message: `writes ${text} in capitals; SQL is in lower case` }));
}
