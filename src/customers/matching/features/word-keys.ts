import type { TextPool } from './text-pool.ts';
import type { WordKeys } from './features.ts';
import { AT, WIDTH } from './layout.ts';
import { nicknameClasses } from '../../normalise/nicknames.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';

const NAME_FEATURES = [AT.given, AT.partner, AT.surname, AT.middle1, AT.middle2, AT.middle3];

/** The nickname class and the sound of every text that is used as a name. */
export function keyWords(pool: TextPool, rows: Uint32Array): WordKeys {
  const nickname = sharedNumbers(pool.size);
  const sound = sharedNumbers(pool.size);
  for (let base = 0; base < rows.length; base += WIDTH)
    for (const at of NAME_FEATURES) {
      const id = rows[base + at] ?? 0;
      if (id === 0 || sound[id] !== 0) continue;
      const classes = nicknameClasses(pool.textOf(id));
      nickname[id] = classes[0] ?? 0;
      sound[id] = soundOf(pool, id);
    }
  return { nickname, sound, established: findEstablished(rows, nickname) };
}

/** A given name is established when it is in the list of names or stands in the file often enough to be no slip. */
function findEstablished(rows: Uint32Array, nickname: Uint32Array): Uint8Array {
  const counts = new Uint32Array(nickname.length);
  for (let at = AT.given; at < rows.length; at += WIDTH) counts[rows[at] ?? 0] = (counts[rows[at] ?? 0] ?? 0) + 1;
  const often = Math.max(10, rows.length / WIDTH / 5000);
  const established = new Uint8Array(new SharedArrayBuffer(counts.length));
  for (let id = 1; id < counts.length; id += 1) if ((counts[id] ?? 0) >= often || (nickname[id] ?? 0) !== 0) established[id] = 1;
  return established;
}

/** Groups of consonants that are mistaken for each other; 0 is not heard. */
const GROUPS = soundGroups({ 1: 'bp', 2: 'fvw', 3: 'ckqgxj', 4: 'sz', 5: 'dt', 6: 'l', 7: 'mn', 8: 'r' });

/**
 * A hash of how a name sounds: its first sound and the next four consonant groups, doubled ones
 * once. Coarser than Soundex in its groups ("ph" is f), finer in its length.
 */
export function soundOf(pool: TextPool, id: number): number {
  const { codes, starts } = pool;
  const start = starts[id] ?? 0;
  const end = starts[id + 1] ?? 0;
  let sound = 17;
  let last = -1;
  let heard = 0;
  for (let at = start; at < end && heard < 5; at += 1) {
    const code = codes[at] ?? 0;
    const next = codes[at + 1] ?? 0;
    let group = code < 128 ? (GROUPS[code] ?? 0) : 20 + (code % 997);
    if (at + 1 < end && next === 104) {
      if (code === 112) group = 2;
      if (code === 103 && at > start) group = 0;
    }
    if (at === start && group === 0) group = 15;
    if (group === 0) {
      last = 0;
      continue;
    }
    if (group === last) continue;
    sound = (Math.imul(sound, 31) + group) >>> 0;
    last = group;
    heard += 1;
  }
  return sound;
}

function soundGroups(groups: Readonly<Record<number, string>>): Uint8Array {
  const table = new Uint8Array(128);
  for (const [group, letters] of Object.entries(groups)) for (const letter of letters) table[letter.charCodeAt(0)] = Number(group);
  for (let digit = 48; digit < 58; digit += 1) table[digit] = digit;
  return table;
}
