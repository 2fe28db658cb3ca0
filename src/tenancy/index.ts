import type { ThroughlineModule } from '../platform/app/plug.ts';

export const tenancy: ThroughlineModule = { name: 'tenancy', plugs: [] };
