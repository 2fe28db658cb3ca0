import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(10 * 1024);
let used = pool.length;
let lastTime = 0;
let nth = 0;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A time-ordered uuid (version 7); those of one process are in the order in which they were
 * made, so that "the oldest record" means the same in every run. Random bytes come from a pool:
 * an import makes hundreds of thousands of ids, and one system call each would be felt.
 */
export function uuidV7(now: number = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  // The 12 bits behind the time count within a millisecond; beyond 4,096 the time runs a little ahead.
  nth = now > lastTime ? 0 : nth + 1;
  if (now > lastTime) lastTime = now;
  if (nth > 0xfff) {
    nth = 0;
    lastTime += 1;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const at = used;
  used += 10;
  const byte = (offset: number): number => pool[at + offset] ?? 0;
  const two = (value: number): string => hex[value] ?? '00';
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-` +
    `${two(0x70 | (nth >> 8))}${two(nth & 0xff)}-` +
    `${two(0x80 | (byte(2) & 0x3f))}${two(byte(3))}-` +
    two(byte(4)) +
    two(byte(5)) +
    two(byte(6)) +
    two(byte(7)) +
    two(byte(8)) +
    two(byte(9))
  );
}
