import { setTimeout as wait } from 'node:timers/promises';

/** Looks every few milliseconds until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(5);
}
