/** Precision, recall and their harmonic mean, each from 0 to 1. */
export interface Figures {
  precision: number;
  recall: number;
  f1: number;
}

export interface ClusterFigures {
  /** All pairs inside clusters against all pairs of one person. */
  pairs: Figures;
  /** B-cubed: the mean, over the records, of how pure and how whole a record's cluster is. */
  bcubed: Figures;
  clusters: number;
  /** Clusters that hold records of more than one person, and how many people the worst of them holds. */
  mixedClusters: number;
  mostPeople: number;
}

/** Measures clusters against the truth; both give a number per record. */
export function clusterFigures(people: Int32Array, clusters: Int32Array): ClusterFigures {
  const meetings = new Map<number, Meeting>();
  const peopleSizes = new Map<number, number>();
  const clusterSizes = new Map<number, number>();
  for (const [record, person] of people.entries()) {
    const cluster = clusters[record] ?? -1;
    const key = cluster * 67_108_864 + person;
    const meeting = meetings.get(key);
    if (meeting === undefined) meetings.set(key, { person, cluster, records: 1 });
    else meeting.records += 1;
    peopleSizes.set(person, (peopleSizes.get(person) ?? 0) + 1);
    clusterSizes.set(cluster, (clusterSizes.get(cluster) ?? 0) + 1);
  }
  const peopleInCluster = new Map<number, number>();
  let together = 0;
  let purity = 0;
  let wholeness = 0;
  for (const { person, cluster, records } of meetings.values()) {
    together += pairsOf(records);
    purity += records ** 2 / (clusterSizes.get(cluster) ?? 1);
    wholeness += records ** 2 / (peopleSizes.get(person) ?? 1);
    peopleInCluster.set(cluster, (peopleInCluster.get(cluster) ?? 0) + 1);
  }
  const mixed = [...peopleInCluster.values()].filter((count) => count > 1);
  return {
    pairs: figures(share(together, sum(clusterSizes, pairsOf)), share(together, sum(peopleSizes, pairsOf))),
    bcubed: figures(share(purity, people.length), share(wholeness, people.length)),
    clusters: clusterSizes.size,
    mixedClusters: mixed.length,
    mostPeople: mixed.reduce((most, count) => Math.max(most, count), 1),
  };
}

/** The harmonic mean beside its two parts; 0 when both are 0. */
export function figures(precision: number, recall: number): Figures {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** How many pairs of one person there are. */
export function truePairs(people: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const person of people) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  return sum(sizes, pairsOf);
}

/** A share of nothing is 1: no pair claimed is no pair claimed wrongly. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

interface Meeting {
  person: number;
  cluster: number;
  records: number;
}

function pairsOf(records: number): number {
  return (records * (records - 1)) / 2;
}

function sum(sizes: ReadonlyMap<number, number>, of: (size: number) => number): number {
  let total = 0;
  for (const size of sizes.values()) total += of(size);
  return total;
}
