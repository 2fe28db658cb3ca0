import { catalogue } from './catalogue/index.ts';
import { customers } from './customers/index.ts';
import { importing } from './import/index.ts';
import { journey } from './journey/index.ts';
import type { ThroughlineModule } from './platform/app/plug.ts';
import { platform } from './platform/index.ts';
import { server } from './server/index.ts';
import { tenancy } from './tenancy/index.ts';

/** Every module, left to right along the import arrows. The only file that knows them all. */
export const modules: readonly ThroughlineModule[] = [platform, tenancy, importing, customers, journey, catalogue, server];
