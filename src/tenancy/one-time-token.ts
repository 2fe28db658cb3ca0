import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, fit for an address or a cookie. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: its SHA-256, so that a copy of the database signs nobody in. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
