import type { ThroughlineModule } from '../../platform/app/plug.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Download } from '../presenting/pack-answer.ts';

/** A question that is asked at set times, and where its answers go. */
export interface Schedule {
  id: string;
  name: string;
  question: string;
  /** As they were given; days such as today-7 are worked out at each run. */
  parameters: Record<string, string>;
  cron: string;
  timeZone: string;
  output: Download;
  /** Below the folder for exports. */
  folder: string;
  keep: number;
  nextRunAt: Date;
}

/** What schedules run on. */
export interface ScheduleContext {
  database: Database;
  modules: readonly ThroughlineModule[];
  /** The folder below which they write. */
  root: string;
}
