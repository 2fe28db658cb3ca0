import { accessSync, constants, createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { Fault } from '../../../platform/fault.ts';
import * as levels from '../compare/dimensions.ts';
import { groundToLook } from '../compare/worth-a-look.ts';
import { AT, isNumber, WIDTH } from '../features/layout.ts';
import { RecordForest } from '../group/record-forest.ts';
import type { MatchResult } from '../match-records.ts';
import { nameClusters } from './name-clusters.ts';

/** Pairs less likely than this are counted in keys.csv only: there are some forty of them for each other one. */
const WORTH_SHOWING = 0.01;

export type Row = readonly (string | number)[];

/** What matching found, as far as it can be shown. */
export type Matched = Pick<MatchResult, 'features' | 'weights' | 'pairs' | 'probabilities'>;

/**
 * Writes what each step of a run came to as CSV files in a folder, made if missing: records.csv (as they are compared),
 * keys.csv, weights.csv (what was learnt), pairs.csv (each pair from 1 % on, with its levels) and groups.csv (before and
 * after chains are cut).
 */
export async function writeSteps(folder: string, ids: readonly string[], result: MatchResult, threshold: number): Promise<void> {
  await writeTables(folder, { ...matchedTables(ids, result), 'keys.csv': keys(result), 'groups.csv': groups(ids, result, threshold) });
}

/** What was compared, by which weights, and each pair, under the names of their files. */
export function matchedTables(ids: readonly string[], matched: Matched): Record<string, Iterable<Row>> {
  return { 'records.csv': records(ids, matched), 'weights.csv': weights(matched), 'pairs.csv': pairs(ids, matched) };
}

/** Writes tables as CSV files in a folder, made if missing. Throws `debug_files_folder` when it cannot be. */
export async function writeTables(folder: string, tables: Record<string, Iterable<Row>>): Promise<void> {
  makeFolder(folder);
  for (const [name, rows] of Object.entries(tables)) await pipeline(rows, stringify(), createWriteStream(join(folder, name)));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Fault('debug_files_folder', `--debug-files takes a folder that is there or can be made; ${folder} is none. Choose another.`, {
      exit: 'usage',
    });
  }
}

function* records(ids: readonly string[], { features }: Matched): Iterable<Row> {
  const names = Object.entries(AT).filter(([name, at]) => name !== 'other' && (at === AT.dob || !isNumber(at)));
  yield ['id', ...names.map(([name]) => name), ...features.layout.others];
  for (const [record, id] of ids.entries()) {
    const said = (at: number): string | number => {
      const value = features.rows[record * WIDTH + at] ?? 0;
      if (value === 0) return '';
      return isNumber(at) ? value : features.pool.textOf(value);
    };
    yield [id, ...names.map(([, at]) => said(at)), ...features.layout.others.map((_, at) => said(AT.other + at))];
  }
}

function* keys({ keyKinds }: MatchResult): Iterable<Row> {
  yield ['key', 'keys', 'pairs', 'keys_of_too_many', 'most_records_of_one'];
  for (const kind of keyKinds) yield [kind.name, kind.blocks, kind.pairs, kind.droppedKeys, kind.largestDropped];
}

function* weights({ weights: { same, careless, related, unrelated }, features }: Matched): Iterable<Row> {
  const classes = [same, careless, ...related, unrelated];
  yield ['field', 'level', ...classes.map(({ name }) => name)];
  yield ['', 'pairs', ...classes.map((each) => round(each.pairs))];
  for (const [dimension, field] of fieldsOf(features.layout.others))
    for (const [level, at] of Object.entries(LEVELS_OF[dimension] ?? levels.OTHER))
      yield [field, level, ...classes.map(({ shares }) => round(shares[dimension * levels.LEVELS + at] ?? 0))];
}

function* pairs(ids: readonly string[], { pairs: found, probabilities, features }: Matched): Iterable<Row> {
  const fields = fieldsOf(features.layout.others);
  yield ['id_a', 'id_b', ...fields.map(([, field]) => field), 'bits', 'probability', 'worth_a_look'];
  for (let pair = 0; pair < found.size; pair += 1) {
    const probability = probabilities[pair] ?? 0;
    if (probability < WORTH_SHOWING) continue;
    const level = (dimension: number): string =>
      levelName(dimension, levels.levelOf(found.low[pair] ?? 0, found.high[pair] ?? 0, dimension));
    yield [
      ids[found.first[pair] ?? 0] ?? '',
      ids[found.second[pair] ?? 0] ?? '',
      ...fields.map(([dimension]) => level(dimension)),
      round(Math.log2(probability / (1 - probability))),
      round(probability),
      groundToLook(probability, found.low[pair] ?? 0, found.high[pair] ?? 0) ?? '',
    ];
  }
}

/** `linked` is whom chains of pairs from the threshold on reach; a cluster that is smaller was cut from it. */
function* groups(
  ids: readonly string[],
  { pairs: found, probabilities, clusters, confidence }: MatchResult,
  threshold: number,
): Iterable<Row> {
  const forest = new RecordForest(ids.length);
  for (let pair = 0; pair < found.size; pair += 1)
    if ((probabilities[pair] ?? 0) >= threshold) forest.join(found.first[pair] ?? 0, found.second[pair] ?? 0);
  const linked = nameClusters(
    ids,
    Uint32Array.from(ids, (_, record) => forest.rootOf(record)),
  );
  const grouped = nameClusters(ids, clusters);
  yield ['id', 'linked', 'cluster', 'confidence'];
  for (const [record, id] of ids.entries()) yield [id, linked[record] ?? id, grouped[record] ?? id, round(confidence[record] ?? 1)];
}

const LEVELS_OF: readonly Readonly<Record<string, number>>[] = [
  levels.GIVEN,
  levels.SURNAME,
  levels.MIDDLE,
  levels.SUFFIX,
  levels.EMAIL,
  levels.PHONE,
  levels.STREET,
  levels.AREA,
  levels.DOB,
];

/** Fields in the order of a pattern; the columns compared as `other` under their own names. */
function fieldsOf(others: readonly string[]): [number, string][] {
  const { other, ...own } = levels.DIMENSION;
  return [
    ...Object.entries(own).map(([field, dimension]): [number, string] => [dimension, field]),
    ...others.map((name, at): [number, string] => [other + at, name]),
  ];
}

/** Empty where one side says nothing. */
function levelName(dimension: number, level: number): string {
  return Object.entries(LEVELS_OF[dimension] ?? levels.OTHER).find(([, at]) => at === level)?.[0] ?? '';
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
