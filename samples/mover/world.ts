import { addCast } from './cast.ts';
import type { World } from './model.ts';
import { addPopulation } from './population.ts';
import { makeRandom } from './random.ts';

/** Everything that is true about Prairie Peak Movers on the day of the exports. */
export function makeWorld(): World {
  const world: World = { people: [], quotes: [], badLeads: [] };
  addCast(world, makeRandom('prairie peak movers: cast'));
  addPopulation(world, makeRandom('prairie peak movers: population'));
  const order = (quote: { received: string | null; number: string | null }): string => `${quote.received ?? '9999'} ${quote.number ?? ''}`;
  world.quotes.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  world.badLeads.sort((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : 0));
  return world;
}

/** The jobs with the quotes they belong to. */
export function jobsOf(world: World): { quote: World['quotes'][number]; job: World['quotes'][number]['jobs'][number] }[] {
  return world.quotes.flatMap((quote) => quote.jobs.map((job) => ({ quote, job })));
}
