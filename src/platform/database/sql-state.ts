/** Whether an error is one of PostgreSQL's with one of these SQLSTATEs. */
export function isSqlState(error: unknown, ...states: string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && states.includes(error.code);
}
