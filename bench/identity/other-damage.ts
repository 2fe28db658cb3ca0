import type { Random } from './random.ts';

/** A text as a scanner reads it: one shape taken for another. */
export function misread(random: Random, text: string): string {
  const fitting = SHAPES.filter(([from]) => text.toLowerCase().includes(from));
  if (fitting.length === 0 || random.chance(0.3)) return transposed(random, text);
  const [from, to] = random.pick(fitting);
  const at = text.toLowerCase().indexOf(from);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

/** A text as it is heard over a bad line. */
export function phoned(random: Random, text: string): string {
  const fitting = SOUNDS.filter(([from]) => text.toLowerCase().includes(from));
  if (fitting.length === 0) return text.slice(0, -1);
  const [from, to] = random.pick(fitting);
  const at = text.toLowerCase().lastIndexOf(from);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

/** Two neighbours changed about, or one of them lost. */
export function transposed(random: Random, text: string): string {
  if (text.length < 3) return text;
  const at = random.between(0, text.length - 2);
  return random.chance(0.6)
    ? text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
    : text.slice(0, at) + text.slice(at + 1);
}

/** A number with two of its digits changed about, or one mistyped. */
export function withDigitsChangedAbout(random: Random, digits: string): string {
  if (digits.length < 4) return digits;
  const at = random.between(3, digits.length - 2);
  return random.chance(0.5)
    ? digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
    : digits.slice(0, at) + random.digits(1) + digits.slice(at + 1);
}

const SHAPES: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['o', '0'],
  ['cl', 'd'],
  ['h', 'b'],
  ['e', 'c'],
  ['u', 'v'],
  ['ii', 'u'],
  ['s', '5'],
  ['g', 'q'],
  ['i', 'l'],
  ['t', 'f'],
];
const SOUNDS: readonly (readonly [string, string])[] = [
  ['b', 'p'],
  ['d', 't'],
  ['v', 'f'],
  ['m', 'n'],
  ['s', 'f'],
  ['sch', 'sh'],
  ['c', 'k'],
  ['ie', 'y'],
  ['ey', 'y'],
  ['ou', 'u'],
  ['ei', 'i'],
  ['a', 'e'],
  ['er', 'ar'],
  ['ks', 'x'],
  ['zh', 'j'],
];
