/** Exit codes of the command line, one meaning each (DESIGN: doors). */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  rejectedRows: 3,
  changesFound: 4,
  configuration: 5,
  refused: 6,
  tryLater: 75,
  interrupted: 130,
} as const;

export type ExitName = keyof typeof EXIT;

export interface FaultOptions {
  /** What the process ends with when this fault reaches the command line. */
  exit?: ExitName;
  /** HTTP status when it reaches the REST door; 500 for faults of our own making. */
  status?: number;
  cause?: unknown;
  details?: Record<string, unknown>;
}

/**
 * A failure we foresaw. `code` is stable and documented; `message` says what was
 * expected, what came, and what to do next.
 */
export class Fault extends Error {
  override name = 'Fault';
  readonly code: string;
  readonly exit: ExitName;
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(code: string, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.exit = options.exit ?? 'unexpected';
    this.status = options.status ?? STATUS_OF[this.exit];
    this.details = options.details ?? {};
  }
}

const STATUS_OF: Record<ExitName, number> = {
  done: 500,
  unexpected: 500,
  usage: 400,
  rejectedRows: 422,
  changesFound: 409,
  configuration: 503,
  refused: 403,
  tryLater: 503,
  interrupted: 503,
};
