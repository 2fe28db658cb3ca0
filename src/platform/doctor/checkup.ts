/** What one check of `throughline doctor` found. */
export interface Checkup {
  name: string;
  state: 'ok' | 'warning' | 'failed';
  /** A sentence: what is so, and where it is not as it should be, what to do. */
  finding: string;
}

export function ok(name: string, finding: string): Checkup {
  return { name, state: 'ok', finding };
}

export function warning(name: string, finding: string): Checkup {
  return { name, state: 'warning', finding };
}

export function failed(name: string, finding: string): Checkup {
  return { name, state: 'failed', finding };
}
