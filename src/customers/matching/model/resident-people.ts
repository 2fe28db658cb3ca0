import type { Features } from '../features/features.ts';
import { WIDTH } from '../features/layout.ts';
import { rankRecords } from '../features/rank-records.ts';
import { readFeatures } from '../features/read-features.ts';
import { agglomerate } from '../group/agglomerate.ts';
import { findComponents, LARGEST } from '../group/find-components.ts';
import type { RecordTable } from '../record-table.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';
import type { Frequencies } from '../train/frequencies.ts';
import { PairList } from '../train/pair-list.ts';
import { PairWeigher, probabilityOf } from '../train/pair-weigher.ts';
import { believer } from './group-by-model.ts';
import { GrowingWords } from './growing-words.ts';
import { KeyIndex } from './key-index.ts';
import type { MatchLimits, ModelMatch } from './match-by-model.ts';
import { RecordRings } from './record-rings.ts';
import type { StoredModel } from './stored-model.ts';

/** What became of a record that came. */
export interface Arrival {
  record: number;
  /** The records it was compared with. */
  compared: number;
  /** All records of its person, itself among them. */
  together: readonly number[];
  /** How sure it is that it belongs with them; 1 when it is alone. */
  confidence: number;
}

/**
 * People held in memory with the keys by which they are found: a record that comes is compared
 * with the few that share a key with it, and only the group it reaches is formed anew. Whoever
 * comes in whatever order, the groups are those of a match over all at once by the same model.
 */
export class ResidentPeople {
  readonly #features: Features;
  readonly #ids: string[];
  readonly #words: GrowingWords;
  readonly #keys: KeyIndex;
  readonly #rings: RecordRings;
  readonly #oddsOf: (a: number, b: number) => number;
  readonly #least: number;
  /** Per record the smallest record of its person. */
  #clusters: Uint32Array;

  /** `match` is the match by the same model over the records that are there at the start. */
  constructor(table: RecordTable, match: ModelMatch, model: StoredModel, { automatic }: MatchLimits) {
    const room = Math.ceil(match.features.count * 1.1) + 1024;
    const frequencies: Frequencies = {
      ...match.frequencies,
      counts: [...match.frequencies.counts],
      sketches: [...match.frequencies.sketches],
    };
    this.#features = { ...match.features, rows: widened(match.features.rows, room * WIDTH) };
    this.#ids = [...table.ids];
    this.#words = new GrowingWords(this.#features, frequencies, model);
    this.#keys = new KeyIndex(match.features, model.dropped);
    this.#least = Math.log(automatic / (1 - automatic));
    this.#oddsOf = believer(this.#features, new PairWeigher(this.#features, frequencies, model.weights), automatic);
    this.#clusters = widened(match.clusters, room);
    this.#rings = new RecordRings(room);
    const { pairs, probabilities } = match;
    for (let pair = 0; pair < pairs.size; pair += 1)
      if ((probabilities[pair] ?? 0) >= automatic) this.#rings.join(pairs.first[pair] ?? 0, pairs.second[pair] ?? 0);
  }

  get count(): number {
    return this.#features.count;
  }

  clusterOf(record: number): number {
    return this.#clusters[record] ?? record;
  }

  /** Takes in one record, given as one value per column of the table. */
  add(id: string, values: readonly string[]): Arrival {
    const record = this.#read(id, values);
    const reached = this.#linksOf(record);
    this.#keys.add(this.#features, record);
    for (const other of reached.links) this.#rings.join(record, other);
    const members = this.#rings.membersOf(record);
    const alone = { record, compared: reached.compared, together: [record], confidence: 1 };
    return members.length === 1 ? alone : { ...alone, ...this.#regroup(members, record) };
  }

  #read(id: string, values: readonly string[]): number {
    const features = this.#features;
    const record = features.count;
    features.count = record + 1;
    if ((record + 1) * WIDTH > features.rows.length) features.rows = widened(features.rows, features.rows.length * 2);
    if (record >= this.#clusters.length) this.#clusters = widened(this.#clusters, record * 2);
    this.#ids.push(id);
    this.#clusters[record] = record;
    const columns = features.layout.shapes.map((shape, at) => ({ ...shape, values: [values[at] ?? ''] }));
    readFeatures({ ids: [id], columns }, features.layout, features.pool, features.rows, record);
    this.#words.learn(record);
    return record;
  }

  /** The records that are surely one person with this one, seen alone. */
  #linksOf(record: number): { links: number[]; compared: number } {
    const met = this.#keys.find(this.#features, record);
    return { links: met.filter((other) => this.#oddsOf(record, other) >= this.#least), compared: met.length };
  }

  #regroup(members: readonly number[], wanted: number): Pick<Arrival, 'together' | 'confidence'> {
    const found = { together: [wanted], confidence: 1 };
    for (const records of this.#componentsOf(members))
      for (const { members: group, beliefs } of agglomerate(records, this.#oddsOf, this.#least)) {
        const name = group.reduce((smallest, record) => Math.min(smallest, record));
        for (const [index, record] of group.entries()) {
          this.#clusters[record] = name;
          if (record === wanted && group.length > 1)
            Object.assign(found, { together: group, confidence: probabilityOf(beliefs[index] ?? 0) });
        }
      }
    return found;
  }

  /** Connected records in rank order; a great many are looked at again with stronger links only, as find-components.ts does. */
  #componentsOf(members: readonly number[]): number[][] {
    const rows = new Uint32Array(members.length * WIDTH);
    for (const [place, record] of members.entries())
      rows.set(this.#features.rows.subarray(record * WIDTH, (record + 1) * WIDTH), place * WIDTH);
    const rank = rankRecords(
      rows,
      members.map((record) => this.#ids[record] ?? ''),
      this.#features.pool,
    );
    const inOrder = Array.from(rank, (place) => members[place] ?? 0);
    if (members.length <= LARGEST) return [inOrder];
    const places = new Map(members.map((record, place) => [record, place]));
    const pairs = new PairList(members.length * 4);
    const odds: number[] = [];
    for (const [place, record] of members.entries())
      for (const other of this.#keys.find(this.#features, record)) {
        const otherPlace = places.get(other) ?? -1;
        if (otherPlace <= place) continue;
        pairs.add(place, otherPlace, 0, 0);
        odds.push(this.#oddsOf(record, other));
      }
    const local: Features = { ...this.#features, count: members.length, rank };
    return [
      ...findComponents(local, pairs, Float64Array.from(odds), this.#least).map(({ records }) =>
        records.map((place) => members[place] ?? 0),
      ),
      ...inOrder.map((record) => [record]),
    ];
  }
}

function widened(numbers: Uint32Array, length: number): Uint32Array {
  const wider = sharedNumbers(Math.max(length, numbers.length));
  wider.set(numbers);
  return wider;
}
