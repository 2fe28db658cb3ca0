import type { Weights } from '../train/model.ts';

/** A value that more than one person had when the model was learnt, or a given name that many have. */
export interface ModelValue {
  /** Position in a row of features, see layout.ts. */
  feature: number;
  /** Hash of the text, or the number itself where the feature is no text; see model-frequencies.ts. */
  hash: number;
  people: number;
  /** Of given names: two different ones of these are two people's. */
  isEstablished: boolean;
  /** The text, for the eye; null where there is none. */
  text: string | null;
}

/**
 * What was learnt of a business's records, without the records: enough to say of any two texts
 * how probably they are one person. While it stays put, that depends on nothing but the two.
 */
export interface StoredModel {
  weights: Weights;
  /** Per feature: people of whom a value is known, and what a value of one person is worth. */
  known: Float64Array;
  single: Float64Array;
  /** All of them, or those that were asked for. Whoever is not in here is as rare as can be. */
  values: readonly ModelValue[];
  /** Keys that too many records share to propose anybody. */
  dropped: ReadonlySet<number>;
}
