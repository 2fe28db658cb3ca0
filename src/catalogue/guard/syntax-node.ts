/** A node of PostgreSQL's parse tree, as plain JSON. */
export interface SyntaxNode {
  readonly [key: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The node under a key; undefined when there is none. */
export function nodeAt(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  const value = node?.[key];
  return isNode(value) ? value : undefined;
}

/** The nodes of the list under a key; empty when there is none. */
export function nodesAt(node: SyntaxNode | undefined, key: string): SyntaxNode[] {
  const value = node?.[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text under a key; undefined when there is none. */
export function textAt(node: SyntaxNode | undefined, key: string): string | undefined {
  const value = node?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list of String nodes, such as a function's name or `using (a, b)`. */
export function textsAt(node: SyntaxNode | undefined, key: string): string[] {
  return nodesAt(node, key).flatMap((part) => textAt(nodeAt(part, 'String'), 'sval') ?? []);
}

/** Calls `see` with every node and the key it stands under, outermost first; does not go below a node for which `see` returns false. */
export function walk(value: unknown, see: (node: SyntaxNode, key: string) => boolean, key = ''): void {
  if (Array.isArray(value)) for (const element of value) walk(element, see, key);
  if (!isNode(value) || !see(value, key)) return;
  for (const [name, child] of Object.entries(value)) walk(child, see, name);
}
