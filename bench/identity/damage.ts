import type { Random } from './random.ts';

/** One slip of the hand or the ear somewhere in a text: a letter too many, too few, wrong, swapped, or written as it sounds. */
export function withTypo(random: Random, text: string): string {
  if (text.length < 2) return text;
  const at = random.between(0, text.length - 1);
  const kind = random.weighted([22, 18, 22, 18, 8, 12]);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + random.pick(ALPHABET) + text.slice(at);
  if (kind === 2) return text.slice(0, at) + neighbour(random, text.charAt(at)) + text.slice(at + 1);
  if (kind === 3) return swapped(text, Math.min(at, text.length - 2));
  if (kind === 4) return text.slice(0, at + 1) + text.slice(at);
  return asHeard(random, text);
}

/** `count` slips, one after the other. */
export function withTypos(random: Random, text: string, count: number): string {
  let damaged = text;
  for (let nth = 0; nth < count; nth += 1) damaged = withTypo(random, damaged);
  return damaged;
}

/** A date (YYYY-MM-DD) as it gets wrong: another day, month or year, day and month swapped, or only the year known. */
export function withDateSlip(random: Random, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const kind = random.weighted([25, 20, 25, 15, 15]);
  if (kind === 0) return `${year}-${month}-${two(random.between(1, 28))}`;
  if (kind === 1) return `${year}-${two(random.between(1, 12))}-${day}`;
  if (kind === 2) return `${Number(year) + random.pick([-10, -1, 1, 10, 2, -2])}-${month}-${day}`;
  if (kind === 3) return Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-01-01`;
  return `${year}-01-01`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

function neighbour(random: Random, letter: string): string {
  if (/\d/.test(letter)) return String(random.between(0, 9));
  const near = NEAR.get(letter.toLowerCase());
  return near === undefined ? random.pick(ALPHABET) : random.pick(near);
}

function asHeard(random: Random, text: string): string {
  const fitting = SOUNDS.filter(([from]) => text.includes(from));
  if (fitting.length === 0) return swapped(text, 0);
  const [from, to] = random.pick(fitting);
  return text.replace(from, to);
}

const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const NEAR: ReadonlyMap<string, readonly string[]> = new Map(
  ROWS.flatMap((row, line) =>
    [...row].map((letter, at): [string, string[]] => [
      letter,
      [row.charAt(at - 1), row.charAt(at + 1), (ROWS[line + 1] ?? '').charAt(at), (ROWS[line - 1] ?? '').charAt(at)].filter(
        (near) => near !== '',
      ),
    ]),
  ),
);

const SOUNDS: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['f', 'ph'],
  ['ie', 'ei'],
  ['ei', 'ie'],
  ['ck', 'k'],
  ['c', 'k'],
  ['k', 'c'],
  ['y', 'i'],
  ['i', 'y'],
  ['ll', 'l'],
  ['l', 'll'],
  ['nn', 'n'],
  ['n', 'nn'],
  ['tt', 't'],
  ['s', 'ss'],
  ['z', 's'],
  ['ai', 'ay'],
  ['ee', 'ea'],
  ['son', 'sen'],
  ['th', 't'],
];
