import type { ThroughlineModule } from '../platform/app/plug.ts';

export const importing: ThroughlineModule = { name: 'import', plugs: [] };
