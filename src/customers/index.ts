import type { ThroughlineModule } from '../platform/app/plug.ts';

export const customers: ThroughlineModule = { name: 'customers', plugs: [] };
