import type { ThroughlineModule } from '../platform/app/plug.ts';
import type { Database } from '../platform/database/database.ts';
import { buildFollowers } from './build-followers.ts';

/** The build is done and committed: what follows it may fail without taking that back. */
export async function followBuild(
  database: Database,
  businessId: string,
  modules: readonly ThroughlineModule[],
  say: (text: string) => void = () => {},
): Promise<void> {
  for (const { title, follow } of buildFollowers.collect(modules)) {
    say(`${title} …`);
    await follow(database, businessId).catch((error: unknown) =>
      say(`${title}: ${error instanceof Error ? error.message : String(error)}`),
    );
  }
}
