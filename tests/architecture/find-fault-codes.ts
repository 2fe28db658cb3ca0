import ts from 'typescript';
import type { ProjectFile } from './project-files.ts';

const CODE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** Functions that take a code first: they make a fault, or the reading of a cell that failed. */
const MAKERS = /(^|\.)(new )?(\w*Fault|fault|unreadable|\w*quarantined|quarantinedRow)$/;

/**
 * Every code that a file can end a command, a request or a row with: first arguments of
 * `new Fault(…)` and of the functions that make one, and values of `code:`.
 */
export function findFaultCodes(file: ProjectFile): string[] {
  const codes = new Set<string>();
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const look = (node: ts.Node): void => {
    const [first] = ts.isNewExpression(node) || ts.isCallExpression(node) ? (node.arguments ?? []) : [];
    const makesFault = (ts.isNewExpression(node) || ts.isCallExpression(node)) && MAKERS.test(node.expression.getText(source));
    if (makesFault && first !== undefined) for (const code of literalsOf(first)) codes.add(code);
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'code')
      for (const code of literalsOf(node.initializer)) codes.add(code);
    ts.forEachChild(node, look);
  };
  look(source);
  return [...codes].filter((code) => CODE.test(code));
}

/** The texts an expression may be: itself, or either side of a condition. */
function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isConditionalExpression(expression)) return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)];
  return [];
}
