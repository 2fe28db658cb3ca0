import { nicknameClasses } from '../../normalise/nicknames.ts';
import type { Features } from '../features/features.ts';
import { AT, isNumber, WIDTH } from '../features/layout.ts';
import { soundOf } from '../features/word-keys.ts';
import type { Frequencies } from '../train/frequencies.ts';
import { hashIn, noteCount } from './model-frequencies.ts';
import type { ModelValue, StoredModel } from './stored-model.ts';

const NAMES = [AT.given, AT.partner, AT.surname, AT.middle1, AT.middle2, AT.middle3];

/** Keeps what is known per text (nickname, sound, how many have it) in step with the texts that new records bring. */
export class GrowingWords {
  readonly #features: Features;
  readonly #frequencies: Frequencies;
  readonly #values = new Map<number, ModelValue[]>();
  /** Texts up to here are known. */
  #known: number;

  /** Gives `features` word lists of its own, which then grow. */
  constructor(features: Features, frequencies: Frequencies, { values }: StoredModel) {
    this.#features = features;
    this.#frequencies = frequencies;
    this.#known = features.pool.size;
    for (const value of values) {
      if (isNumber(value.feature)) continue;
      const others = this.#values.get(value.hash);
      if (others === undefined) this.#values.set(value.hash, [value]);
      else others.push(value);
    }
    this.#widen(this.#known + 1024);
  }

  /** Takes in the texts of a record that was just read. */
  learn(record: number): void {
    const { pool, rows, words } = this.#features;
    if (pool.size > words.sound.length) this.#widen(pool.size * 2);
    const { nickname, sound, established } = this.#features.words;
    for (const feature of NAMES) {
      const id = rows[record * WIDTH + feature] ?? 0;
      if (id === 0 || sound[id] !== 0) continue;
      nickname[id] = nicknameClasses(pool.textOf(id))[0] ?? 0;
      sound[id] = soundOf(pool, id);
      if (nickname[id] !== 0) established[id] = 1;
    }
    for (let feature = 0; feature < WIDTH; feature += 1) {
      const id = rows[record * WIDTH + feature] ?? 0;
      if (id < this.#known || isNumber(feature)) continue;
      for (const value of this.#values.get(hashIn(this.#features, record, feature)) ?? []) {
        noteCount(this.#frequencies, this.#features, { feature: value.feature, people: value.people, at: id });
        if (value.isEstablished) established[id] = 1;
      }
    }
    this.#known = pool.size;
  }

  #widen(length: number): void {
    const { words } = this.#features;
    const wider = <T extends Uint32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#features.words = {
      nickname: wider(words.nickname, new Uint32Array(length)),
      sound: wider(words.sound, new Uint32Array(length)),
      established: wider(words.established, new Uint8Array(length)),
    };
  }
}
