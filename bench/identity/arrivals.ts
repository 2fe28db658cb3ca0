import { matchRecords } from '../../src/customers/matching/match-records.ts';
import { learnModel } from '../../src/customers/matching/model/learn-model.ts';
import { matchFeatures } from '../../src/customers/matching/model/match-by-model.ts';
import { ResidentPeople } from '../../src/customers/matching/model/resident-people.ts';
import type { RecordTable } from '../../src/customers/matching/record-table.ts';
import { clusterFigures } from './cluster-figures.ts';
import { householdSet } from './households.ts';
import type { IdentitySet } from './identity-set.ts';
import { showClusterFigures } from './show-figures.ts';
import { showTimes } from './show-times.ts';

const LIMITS = { automatic: 0.85, doubtful: 0.75 };
const BATCH = 10_000;
const SINGLES = 1000;

/** New records into people held in memory: so many at first, then ten thousand, then a thousand one by one. Lines to print. */
export function measureArrivals(settled: number): string[] {
  const set = householdSet(settled + BATCH + SINGLES, 11);
  const people = new Clock();
  const start = tableOf(set, 0, settled);
  const found = matchRecords(start, { threshold: LIMITS.automatic });
  const model = learnModel(found);
  const residents = new ResidentPeople(start, matchFeatures(found.features, model, LIMITS), model, LIMITS);
  const lines = [
    `\n${settled} records resolved and held: ${people.seconds().toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB; ${model.values.length} frequent values, ${model.dropped.size} dropped keys`,
  ];
  const batch = new Clock();
  add(set, residents, settled, settled + BATCH);
  lines.push(`  ${BATCH} new records: ${batch.seconds().toFixed(2)} s`);
  const times = add(set, residents, settled + BATCH, set.rows.length);
  lines.push(`  ${SINGLES} one by one: ${showTimes(times)}`);
  const clusters = Int32Array.from({ length: residents.count }, (_, record) => residents.clusterOf(record));
  lines.push(`  all of them: ${showClusterFigures(clusterFigures(set.people, clusters))}`);
  return lines;
}

/** Adds rows one by one; the milliseconds each took. */
function add(set: IdentitySet, residents: ResidentPeople, from: number, to: number): Float64Array {
  const places = set.columns.flatMap(({ kind }, place) => (kind === null ? [] : [place]));
  const times = new Float64Array(to - from);
  for (let row = from; row < to; row += 1) {
    const began = performance.now();
    residents.add(
      String(row),
      places.map((place) => set.rows[row]?.[place] ?? ''),
    );
    times[row - from] = performance.now() - began;
  }
  return times;
}

function tableOf({ columns, rows }: IdentitySet, from: number, to: number): RecordTable {
  const chosen = rows.slice(from, to);
  return {
    ids: chosen.map((_, row) => String(from + row)),
    columns: columns.flatMap(({ name, kind }, place) =>
      kind === null ? [] : [{ name, kind, values: chosen.map((row) => row[place] ?? '') }],
    ),
  };
}

class Clock {
  readonly #began = performance.now();

  seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }
}
