import type { TextPool } from '../features/text-pool.ts';

const LONGEST = 64;
const usedA = new Uint8Array(LONGEST);
const usedB = new Uint8Array(LONGEST);

/**
 * Jaro-Winkler similarity of two texts of the pool, 0 to 1, over their first 64 characters; 0 at
 * once when the characters they hold rule `least` out (nine comparisons in ten end there).
 */
export function jaroWinkler(pool: TextPool, a: number, b: number, least: number): number {
  const { codes, starts } = pool;
  const startA = starts[a] ?? 0;
  const startB = starts[b] ?? 0;
  const lengthA = Math.min((starts[a + 1] ?? 0) - startA, LONGEST);
  const lengthB = Math.min((starts[b + 1] ?? 0) - startB, LONGEST);
  if (lengthA === 0 || lengthB === 0) return 0;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && codes[startA + prefix] === codes[startB + prefix]) prefix += 1;
  const maskA = pool.masks[a] ?? 0;
  const maskB = pool.masks[b] ?? 0;
  const most = Math.min(lengthA - bitsIn(maskA & ~maskB), lengthB - bitsIn(maskB & ~maskA));
  const bound = (most / lengthA + most / lengthB + 1) / 3;
  if (bound + prefix * 0.1 * (1 - bound) < least) return 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  usedA.fill(0, 0, lengthA);
  usedB.fill(0, 0, lengthB);
  let common = 0;
  for (let at = 0; at < lengthA; at += 1) {
    const code = codes[startA + at];
    const to = Math.min(at + reach + 1, lengthB);
    for (let other = Math.max(0, at - reach); other < to; other += 1) {
      if (usedB[other] !== 0 || codes[startB + other] !== code) continue;
      usedA[at] = 1;
      usedB[other] = 1;
      common += 1;
      break;
    }
  }
  if (common === 0) return 0;
  let swaps = 0;
  let other = 0;
  for (let at = 0; at < lengthA; at += 1) {
    if (usedA[at] === 0) continue;
    while (usedB[other] === 0) other += 1;
    if (codes[startA + at] !== codes[startB + other]) swaps += 1;
    other += 1;
  }
  const jaro = (common / lengthA + common / lengthB + (common - swaps / 2) / common) / 3;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function bitsIn(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Whether one insertion, deletion, replacement or swap of neighbours turns one text into the other. */
export function isOneEdit(pool: TextPool, a: number, b: number): boolean {
  const { codes, starts } = pool;
  let startA = starts[a] ?? 0;
  let startB = starts[b] ?? 0;
  let endA = starts[a + 1] ?? 0;
  let endB = starts[b + 1] ?? 0;
  if (Math.abs(endA - startA - (endB - startB)) > 1) return false;
  while (startA < endA && startB < endB && codes[startA] === codes[startB]) {
    startA += 1;
    startB += 1;
  }
  while (startA < endA && startB < endB && codes[endA - 1] === codes[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const leftA = endA - startA;
  const leftB = endB - startB;
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && codes[startA] === codes[startB + 1] && codes[startA + 1] === codes[startB];
}

const ROW = 32;
const before2 = new Uint8Array(ROW);
const before = new Uint8Array(ROW);
const current = new Uint8Array(ROW);

/** Whether two edits turn one text into the other, and at least twice as many characters stay as they are. */
export function isTwoEdits(pool: TextPool, a: number, b: number): boolean {
  const { codes, starts } = pool;
  const lengthA = pool.lengthOf(a);
  const lengthB = pool.lengthOf(b);
  if (Math.max(lengthA, lengthB) < 5 || Math.min(lengthA, lengthB) < 4 || Math.abs(lengthA - lengthB) > 2) return false;
  if (lengthA >= ROW || lengthB >= ROW) return false;
  if (bitsIn((pool.masks[a] ?? 0) ^ (pool.masks[b] ?? 0)) > 4) return false;
  const startA = starts[a] ?? 0;
  const startB = starts[b] ?? 0;
  for (let at = 0; at <= lengthB; at += 1) before[at] = at;
  for (let row = 1; row <= lengthA; row += 1) {
    current[0] = row;
    let least = row;
    for (let at = 1; at <= lengthB; at += 1) {
      const isSame = codes[startA + row - 1] === codes[startB + at - 1];
      let cost = Math.min((before[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (before[at - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap =
        row > 1 && at > 1 && codes[startA + row - 1] === codes[startB + at - 2] && codes[startA + row - 2] === codes[startB + at - 1];
      if (isSwap) cost = Math.min(cost, (before2[at - 2] ?? 0) + 1);
      current[at] = cost;
      least = Math.min(least, cost);
    }
    if (least > 2) return false;
    before2.set(before);
    before.set(current);
  }
  return (before[lengthB] ?? 3) <= 2;
}

/** Whether two texts of one length differ in no more than two characters, or hold the same ones in another order. */
export function areTwoSlipsApart(pool: TextPool, a: number, b: number): boolean {
  const { codes, starts } = pool;
  const length = pool.lengthOf(a);
  if (length !== pool.lengthOf(b)) return false;
  const startA = starts[a] ?? 0;
  const startB = starts[b] ?? 0;
  let differing = 0;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < length; at += 1) {
    const codeA = codes[startA + at] ?? 0;
    const codeB = codes[startB + at] ?? 0;
    if (codeA !== codeB) differing += 1;
    sum += codeA - codeB;
    squares += codeA * codeA - codeB * codeB;
  }
  return differing <= 2 || (sum === 0 && squares === 0 && differing <= 4);
}

/** Whether the shorter text is the beginning or the end of the longer one. */
export function isPart(pool: TextPool, a: number, b: number, shortest: number): boolean {
  const { codes, starts } = pool;
  const [short, long] = pool.lengthOf(a) <= pool.lengthOf(b) ? [a, b] : [b, a];
  const length = pool.lengthOf(short);
  if (length < shortest) return false;
  const from = starts[short] ?? 0;
  const begin = starts[long] ?? 0;
  const end = (starts[long + 1] ?? 0) - length;
  let startsWith = true;
  let endsWith = true;
  for (let at = 0; at < length; at += 1) {
    if (codes[from + at] !== codes[begin + at]) startsWith = false;
    if (codes[from + at] !== codes[end + at]) endsWith = false;
    if (!startsWith && !endsWith) return false;
  }
  return true;
}

/** How many characters two texts share from the start. */
export function sharedStart(pool: TextPool, a: number, b: number): number {
  const { codes, starts } = pool;
  const most = Math.min(pool.lengthOf(a), pool.lengthOf(b));
  const from = starts[a] ?? 0;
  const to = starts[b] ?? 0;
  let shared = 0;
  while (shared < most && codes[from + shared] === codes[to + shared]) shared += 1;
  return shared;
}

export function firstCode(pool: TextPool, id: number): number {
  return pool.codes[pool.starts[id] ?? 0] ?? 0;
}

/** Whether a text holds another of at least `shortest` characters. */
export function contains(pool: TextPool, text: number, part: number, shortest: number): boolean {
  const { codes, starts } = pool;
  const length = pool.lengthOf(part);
  if (length < shortest) return false;
  const from = starts[part] ?? 0;
  const last = (starts[text + 1] ?? 0) - length;
  for (let at = starts[text] ?? 0; at <= last; at += 1) {
    let shared = 0;
    while (shared < length && codes[at + shared] === codes[from + shared]) shared += 1;
    if (shared === length) return true;
  }
  return false;
}
