import { determinedBy, type Joined, type Source } from './relation.ts';
import { type ColumnOf, resolveColumn } from './resolve-columns.ts';
import { nodeAt, nodesAt, type SyntaxNode, textAt, textsAt, walk } from './syntax-node.ts';

/** A column that a SELECT gives: its name, and the column it is, when it is one unchanged. */
export interface Output {
  name: string;
  of?: ColumnOf | undefined;
}

/** What a SELECT gives, with `*` written out. */
export function outputsOf(select: SyntaxNode, sources: readonly Source[]): Output[] {
  return nodesAt(select, 'targetList').flatMap((part) => {
    const target = nodeAt(part, 'ResTarget');
    const value = nodeAt(target, 'val');
    const reference = nodeAt(value, 'ColumnRef');
    const last = nodesAt(reference, 'fields').at(-1);
    if (last?.A_Star !== undefined) {
      const alias = textAt(nodeAt(nodesAt(reference, 'fields').at(-2), 'String'), 'sval');
      const wanted = alias === undefined ? sources : sources.filter((source) => source.alias === alias);
      return wanted.flatMap((source) => source.columns.map((column) => ({ name: column, of: { alias: source.alias, column } })));
    }
    // A cast of a series of days or months is taken for the series.
    const cast = nodeAt(nodeAt(nodeAt(value, 'TypeCast'), 'arg'), 'ColumnRef');
    const column = reference ?? cast;
    const of = column === undefined ? undefined : resolveColumn(column, sources);
    const call = textsAt(nodeAt(value, 'FuncCall'), 'funcname').at(-1);
    return [{ name: textAt(target, 'name') ?? of?.column ?? call ?? '?column?', of }];
  });
}

/** Sets of output columns that name one row of what a SELECT gives. */
export function outputKeys(select: SyntaxNode, joined: Joined, outputs: readonly Output[]): string[][] {
  if (joined.sources.length === 0 || hasLimitOne(select)) return [[]];
  const groups = nodesAt(select, 'groupClause');
  if (groups.length === 0 && aggregates(select)) return [[]];
  if (groups.length > 0) return groupKey(select, groups, joined, outputs);
  const distinct = select.distinctClause;
  if (Array.isArray(distinct)) return distinctKey(nodesAt(select, 'distinctClause'), joined, outputs);
  const single = joined.sources
    .filter((source) => determinedBy(source.alias, joined).size === joined.sources.length)
    .flatMap((source) => keysOut(source, joined, outputs));
  if (single.length > 0) return single;
  // No source says which row it is; keys of all of them together do.
  const each = joined.sources.map((source) => keysOut(source, joined, outputs)[0]);
  return each.includes(undefined) ? [] : [each.flatMap((key) => key ?? [])];
}

function keysOut(source: Source, joined: Joined, outputs: readonly Output[]): string[][] {
  return source.keys.flatMap((key) => namesOut(key.map((column) => nameOf({ alias: source.alias, column }, joined, outputs))));
}

/** The names as one key; nothing when one of them is lost. */
function namesOut(names: readonly (string | undefined)[]): string[][] {
  return names.includes(undefined) ? [] : [names.flatMap((name) => name ?? []).filter((name) => name !== '')];
}

/** The output a column goes out as; '' when it is constant and need not be there; undefined when it is lost. */
function nameOf(column: ColumnOf, joined: Joined, outputs: readonly Output[]): string | undefined {
  const output = outputs.find(({ of }) => of?.alias === column.alias && of.column === column.column);
  if (output !== undefined) return output.name;
  const equal = joined.equalities.filter((one) => one.alias === column.alias && one.column === column.column);
  return column.column === 'business_id' || equal.some((one) => one.from.size === 0) ? '' : undefined;
}

function groupKey(select: SyntaxNode, groups: readonly SyntaxNode[], joined: Joined, outputs: readonly Output[]): string[][] {
  const targets = nodesAt(select, 'targetList').map((target) => nodeAt(nodeAt(target, 'ResTarget'), 'val'));
  const columns = groups.map((group) => groupedColumn(group, targets, joined));
  const names = groups.map((group, index) => {
    const position = positionOf(group);
    if (position !== undefined) return outputs[position - 1]?.name;
    const column = columns[index];
    if (column === undefined) return outputs[targets.findIndex((target) => plain(target) === plain(group))]?.name;
    return isToldByKey(column, columns, joined) ? '' : nameOf(column, joined, outputs);
  });
  return namesOut(names);
}

function groupedColumn(group: SyntaxNode, targets: readonly (SyntaxNode | undefined)[], joined: Joined): ColumnOf | undefined {
  const position = positionOf(group);
  const reference = nodeAt(position === undefined ? group : targets[position - 1], 'ColumnRef');
  return reference === undefined ? undefined : resolveColumn(reference, joined.sources);
}

function positionOf(group: SyntaxNode): number | undefined {
  const position = nodeAt(nodeAt(group, 'A_Const'), 'ival')?.ival;
  return typeof position === 'number' ? position : undefined;
}

/** Grouped by the key of its source as well, a column that is not part of it adds nothing. */
function isToldByKey(column: ColumnOf, grouped: readonly (ColumnOf | undefined)[], joined: Joined): boolean {
  const source = joined.sources.find(({ alias }) => alias === column.alias);
  const names = grouped.flatMap((one) => (one?.alias === column.alias ? one.column : []));
  const key = source?.keys.find((one) => one.every((part) => part === 'business_id' || names.includes(part)));
  return key !== undefined && !key.includes(column.column);
}

function distinctKey(on: readonly SyntaxNode[], joined: Joined, outputs: readonly Output[]): string[][] {
  const references = on.map((part) => nodeAt(part, 'ColumnRef')).filter((reference) => reference !== undefined);
  if (references.length === 0) return [outputs.map((output) => output.name)];
  const names = references.map((reference) => {
    const column = resolveColumn(reference, joined.sources);
    return column === undefined ? undefined : nameOf(column, joined, outputs);
  });
  return namesOut(names);
}

function hasLimitOne(select: SyntaxNode): boolean {
  return nodeAt(nodeAt(nodeAt(select, 'limitCount'), 'A_Const'), 'ival')?.ival === 1;
}

const AGGREGATES = new Set([
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'array_agg',
  'jsonb_agg',
  'json_agg',
  'string_agg',
  'bool_or',
  'bool_and',
  'bit_xor',
  'percentile_cont',
  'percentile_disc',
  'mode',
]);

function aggregates(select: SyntaxNode): boolean {
  let found = false;
  walk(select.targetList, (node, key) => {
    if (key === 'SubLink') return false;
    if (key === 'FuncCall' && nodeAt(node, 'over') === undefined && AGGREGATES.has(textsAt(node, 'funcname').at(-1) ?? '')) found = true;
    return true;
  });
  return found;
}

function plain(node: unknown): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'location' ? undefined : value)) ?? '';
}
