import { z } from 'zod';

/** A business as its members see it. */
export const businessShape = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string().describe('IANA zone'),
  currency: z.string().describe('ISO 4217'),
  isSample: z.boolean(),
  role: z.string(),
});

/** GET /api/v1/session */
export const sessionShape = z.object({
  member: z.object({ name: z.string(), email: z.string() }),
  businesses: z.array(businessShape).describe('oldest first'),
  defaultBusiness: z.string().nullable().describe('slug to begin with; null when there is none yet'),
  version: z.string(),
});

/** POST /api/v1/sign-in */
export const signInRequest = z.object({ token: z.string().min(1).max(200) });

export type BusinessShape = z.infer<typeof businessShape>;
export type SessionShape = z.infer<typeof sessionShape>;
