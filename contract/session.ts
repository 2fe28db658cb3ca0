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

/** POST /api/v1/businesses: a business of the owner's own. */
export const startBusinessRequest = z.object({
  name: z.string().trim().min(1).max(200),
  timeZone: z.string().max(100).describe('IANA zone of times whose branch says none'),
  currency: z.string().max(10).describe('ISO 4217, of amounts whose branch says none'),
  country: z.string().max(10).describe('ISO 3166, of telephone numbers'),
});

/** POST /api/v1/sign-in */
export const signInRequest = z.object({ token: z.string().min(1).max(200) });

export type BusinessShape = z.infer<typeof businessShape>;
export type StartBusinessRequest = z.infer<typeof startBusinessRequest>;
export type SessionShape = z.infer<typeof sessionShape>;
