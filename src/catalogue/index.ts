import type { ThroughlineModule } from '../platform/app/plug.ts';

export const catalogue: ThroughlineModule = { name: 'catalogue', plugs: [] };
