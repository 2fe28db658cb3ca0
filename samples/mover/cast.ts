import { castArrivals } from './cast-arrivals.ts';
import { castDoubts } from './cast-doubts.ts';
import { castJourneys } from './cast-journeys.ts';
import { castLeads } from './cast-leads.ts';
import { castNames } from './cast-names.ts';
import { makeCasting } from './casting.ts';
import type { World } from './model.ts';
import type { Random } from './random.ts';

/** Brings in the named cast: each person one trap (README lists them). */
export function addCast(world: World, random: Random): void {
  const casting = makeCasting(world, random);
  castJourneys(casting);
  castArrivals(casting);
  castNames(casting);
  castLeads(casting);
  castDoubts(casting);
}
