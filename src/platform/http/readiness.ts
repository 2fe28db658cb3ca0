/** Whether the server takes requests yet, and if not, what it is doing. */
export interface Readiness {
  isReady: boolean;
  /** In a user's words, e.g. "importing the sample"; shown to whoever asks too early. */
  step: string;
}

/** A server that still prepares something; the caller sets `isReady` when it is done. */
export function startingUp(step: string): Readiness {
  return { isReady: false, step };
}
