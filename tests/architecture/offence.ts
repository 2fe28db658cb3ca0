/** Something a check found: where, and what to do about it. */
export interface Offence {
  file: string;
  line?: number;
  message: string;
}

/** `file:line message`, as editors and terminals like to read it. */
export function showOffence(offence: Offence): string {
  return `${offence.file}${offence.line === undefined ? '' : `:${offence.line}`} ${offence.message}`;
}
