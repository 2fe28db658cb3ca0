import { definePlugSlot } from '../platform/app/plug.ts';
import type { Database } from '../platform/database/database.ts';

/** What a module to the right does once a build has changed the rows of a business. */
export interface BuildFollower {
  /** What it does, as the build tells it: "copy rows for questions". */
  title: string;
  follow(database: Database, businessId: string): Promise<void>;
}

export const buildFollowers = definePlugSlot<BuildFollower>('journey.build-followers');
