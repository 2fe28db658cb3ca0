import type { ThroughlineModule } from '../platform/app/plug.ts';

export const journey: ThroughlineModule = { name: 'journey', plugs: [] };
