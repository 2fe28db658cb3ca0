/** Two records that are probably one person. */
export interface Proposal {
  /** Positions in the roster; the older record first. */
  a: number;
  b: number;
  probability: number;
  state: 'joined' | 'open';
  /** Says why, in plain words, the weightiest first; asked once, when it is written. */
  tellReasons: () => readonly string[];
}

/** From here on two records are joined without asking (SPLINK_HIGH_CONFIDENCE). */
export const AUTOMATIC = 0.95;

/** From here on a person is asked (SPLINK_MEDIUM_CONFIDENCE); less likely pairs only when they are worth a look, and behind the others. */
export { DOUBTFUL } from '../matching/compare/worth-a-look.ts';
