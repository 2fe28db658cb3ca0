/** A statement with `:name` turned into `$n`, and the names in the order of their numbers. */
export interface BoundStatement {
  text: string;
  names: string[];
}

/**
 * Turns `:name` into `$1::type, $2::type, …`, the same name into the same number.
 * Strings, quoted identifiers, dollar quotes, comments and `::` casts are left alone.
 * `typeOf` gives the SQL type of a name; undefined leaves the placeholder bare.
 */
export function bindNamedParameters(sql: string, typeOf: (name: string) => string | undefined): BoundStatement {
  const names: string[] = [];
  let text = '';
  for (const token of tokens(sql)) {
    if (!token.isParameter) {
      text += token.text;
      continue;
    }
    const name = token.text.slice(1);
    if (!names.includes(name)) names.push(name);
    const type = typeOf(name);
    text += `$${names.indexOf(name) + 1}${type === undefined ? '' : `::${type}`}`;
  }
  return { text, names };
}

/** Names of all parameters of a statement, each once. */
export function namedParameters(sql: string): string[] {
  return bindNamedParameters(sql, () => undefined).names;
}

interface Token {
  text: string;
  isParameter: boolean;
}

/** One alternative per thing a colon can stand in; what none of them matches is copied one character at a time. */
const PIECES = [
  /--[^\n]*/y,
  /[eE]'(?:[^'\\]|\\[\s\S]|'')*'/y,
  /'(?:[^']|'')*'/y,
  /"(?:[^"]|"")*"/y,
  /(\$[A-Za-z_\u0080-\uffff]?[\w\u0080-\uffff]*\$)[\s\S]*?\1/y,
  /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y,
  /::/y,
  /:=/y,
];
const PARAMETER = /:[a-z_][a-z0-9_]*/y;

function* tokens(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const comment = blockComment(sql, at);
    const length = comment > 0 ? comment : firstFitting(PIECES, sql, at);
    if (length > 0) {
      yield { text: sql.slice(at, at + length), isParameter: false };
      at += length;
      continue;
    }
    const parameter = matched(PARAMETER, sql, at);
    const step = parameter > 0 ? parameter : 1;
    yield { text: sql.slice(at, at + step), isParameter: parameter > 0 };
    at += step;
  }
}

/** The first alternative that fits: E'…' stands before identifiers, so that its backslashes are seen. */
function firstFitting(patterns: readonly RegExp[], sql: string, at: number): number {
  for (const pattern of patterns) {
    const length = matched(pattern, sql, at);
    if (length > 0) return length;
  }
  return 0;
}

function matched(pattern: RegExp, sql: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0].length ?? 0;
}

/** Length of the (nested) block comment that starts here; 0 when none does. An open one runs to the end. */
function blockComment(sql: string, start: number): number {
  if (!sql.startsWith('/*', start)) return 0;
  let depth = 0;
  let at = start;
  while (at < sql.length) {
    if (sql.startsWith('/*', at)) {
      depth += 1;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at - start;
    } else {
      at += 1;
    }
  }
  return sql.length - start;
}
