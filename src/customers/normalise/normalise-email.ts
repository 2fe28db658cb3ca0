/**
 * The comparable form of an e-mail: trimmed, lower case, of the shape x@y.tld. The first one
 * when a cell holds several; null when it holds none. Dots and tags before the @ are kept:
 * providers differ in what they mean.
 */
export function normaliseEmail(raw: string): string | null {
  const lower = raw.trim().toLowerCase();
  if (SHAPE.test(lower)) return lower;
  return (
    lower
      .replace(/^mailto:/, '')
      .split(/[\s,;<>()[\]"|]+/)
      .map(withoutEndPunctuation)
      .find((part) => SHAPE.test(part)) ?? null
  );
}

const SHAPE = /^[^\s@,;:<>()[\]"|]+@[^\s@.,;:<>()[\]"|]+(?:\.[^\s@.,;:<>()[\]"|]+)*\.\p{L}{2,}$/u;

function withoutEndPunctuation(part: string): string {
  return part.replace(/^mailto:/, '').replace(/^[.'`]+|[.'`]+$/g, '');
}
