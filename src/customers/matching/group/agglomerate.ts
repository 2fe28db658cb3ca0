export interface Group {
  members: number[];
  /** Per member the mean odds (ln) with the other members. */
  beliefs: number[];
}

/** How much of the strongest link counts, the rest being the mean of all. */
const STRONGEST_PART = 0.5;
/** Odds (ln) beyond which a pair says no more, for or against: one in three thousand. */
const LIMIT = 8;

/**
 * Joins the two groups that belong together most, again and again, until no two do. How much two
 * groups belong together is half their strongest link and half the mean over all pairs between
 * them: one strong link carries a record whose other pairs say little, and cannot carry one
 * whose other pairs contradict it. Records come in rank order, which breaks ties.
 */
export function agglomerate(records: readonly number[], oddsOf: (a: number, b: number) => number, least: number): Group[] {
  const count = records.length;
  const sums = new Float64Array(count * count);
  const tops = new Float64Array(count * count);
  const odds = new Float64Array(count * count);
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) {
      const raw = oddsOf(records[a] ?? 0, records[b] ?? 0);
      const value = limited(raw);
      for (const at of [a * count + b, b * count + a]) {
        sums[at] = value;
        tops[at] = raw;
        odds[at] = raw;
      }
    }
  const groups: (number[] | undefined)[] = records.map((_, index) => [index]);
  for (;;) {
    let best = least;
    let first = -1;
    let second = -1;
    for (let a = 0; a < count; a += 1) {
      const groupA = groups[a];
      if (groupA === undefined) continue;
      for (let b = a + 1; b < count; b += 1) {
        const groupB = groups[b];
        if (groupB === undefined) continue;
        const mean = (sums[a * count + b] ?? 0) / (groupA.length * groupB.length);
        const score = STRONGEST_PART * Math.min(LIMIT, tops[a * count + b] ?? 0) + (1 - STRONGEST_PART) * mean;
        if (score > best || (score === best && first < 0)) {
          best = score;
          first = a;
          second = b;
        }
      }
    }
    const groupA = groups[first];
    const groupB = groups[second];
    if (groupA === undefined || groupB === undefined) break;
    groupA.push(...groupB);
    groups[second] = undefined;
    for (let other = 0; other < count; other += 1) {
      if (groups[other] === undefined || other === first) continue;
      const sum = (sums[first * count + other] ?? 0) + (sums[second * count + other] ?? 0);
      const top = Math.max(tops[first * count + other] ?? 0, tops[second * count + other] ?? 0);
      for (const at of [first * count + other, other * count + first]) {
        sums[at] = sum;
        tops[at] = top;
      }
    }
  }
  return groups.flatMap((group) => (group === undefined ? [] : [describe(group, records, odds)]));
}

function describe(group: readonly number[], records: readonly number[], odds: Float64Array): Group {
  const count = records.length;
  return {
    members: group.map((index) => records[index] ?? 0),
    beliefs: group.map((index) => {
      let strongest = -Infinity;
      let sum = 0;
      for (const other of group)
        if (other !== index) {
          const value = odds[index * count + other] ?? 0;
          strongest = Math.max(strongest, value);
          sum += limited(value);
        }
      return STRONGEST_PART * strongest + (1 - STRONGEST_PART) * (sum / Math.max(1, group.length - 1));
    }),
  };
}

function limited(odds: number): number {
  return Math.max(-LIMIT, Math.min(LIMIT, odds));
}
