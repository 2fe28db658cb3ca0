import type { ThroughlineModule } from '../platform/app/plug.ts';
import type { SampleSteps } from './seed-sample.ts';

/** How the sample is really loaded: its own generator, the real importer, the real build. */
export function sampleSteps(_modules: readonly ThroughlineModule[], _signal: AbortSignal): SampleSteps | undefined {
  return undefined;
}
