import type { QueryResultRow } from 'pg';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { groundToLook } from '../matching/compare/worth-a-look.ts';
import { matchPeople } from '../matching/match-people.ts';
import { explainPair } from '../matching/explain/explain-pair.ts';
import { saidIn } from '../matching/explain/said-values.ts';
import { type ModelMatch, matchFeatures, readRecords } from '../matching/model/match-by-model.ts';
import { keyByModel } from '../matching/model/model-keys.ts';
import { reachLikely } from '../matching/model/reach-likely.ts';
import { CUSTOMER_AT, findNeighbours } from '../model/find-neighbours.ts';
import { knownModels } from '../model/known-models.ts';
import { AUTOMATIC, DOUBTFUL } from '../proposals/proposal.ts';
import { canBeFound, tableOf } from '../proposals/read-evidence.ts';
import { confidenceOf, SHARED } from '../resolve/confidence.ts';
import { Staging } from '../staging/staging.ts';
import findHoldersSql from './find-holders.sql';
import nameCustomersSql from './name-customers.sql';
import { type GivenPerson, type ReadGiven, readGiven } from './read-given.ts';

/** Somebody known whom a person may be. */
export interface MatchCandidate {
  customerId: string;
  name: string;
  probability: number;
  /** In plain words, the weightiest first. */
  reasons: string[];
}

export interface PersonMatch {
  /** `same`: a row like this would join the customer; `ask`: a person would be asked; `new`: it would be a new customer. */
  verdict: 'same' | 'ask' | 'new';
  customerId: string | null;
  /** The likeliest first, from even odds up, and whoever is worth a look. */
  candidates: MatchCandidate[];
  /** False before the first model: then only equal names on one e-mail or phone are found. */
  hasModel: boolean;
}

/** Less likely ones are told only when a person would be asked. */
const LIKELY_ENOUGH = 0.5;

/**
 * Who of the known people somebody is, by the exact rules and by the model, as if a row with these values came;
 * nothing is written. Throws when nothing that says who somebody is was given.
 */
export async function matchPerson(transaction: BusinessTransaction, given: GivenPerson): Promise<PersonMatch> {
  const person = await readGiven(given);
  const staging = await Staging.few(transaction);
  const standing = await readStanding(transaction, person);
  if (person.names === null && standing.emailKey === null && standing.phoneKey === null)
    throw new Fault('nobody_to_match', 'Give at least a name, an e-mail or a phone that is no placeholder; an address alone is nobody.', {
      exit: 'usage',
      status: 400,
    });
  const found = [...byRule(person, standing), ...(await byEvidence(staging, person, standing))];
  const candidates = await nameCandidates(transaction, found);
  const verdicts = new Set(found.map(({ verdict }) => verdict));
  const verdict = verdicts.has('same') ? 'same' : verdicts.has('ask') ? 'ask' : 'new';
  const sure = found.find((one) => one.verdict === 'same');
  return { verdict, customerId: sure?.customerId ?? null, candidates, hasModel: standing.modelId !== null };
}

/** What is known of the values that were given; an e-mail or phone of too many people is none. */
interface Standing {
  emailKey: string | null;
  phoneKey: string | null;
  modelId: string | null;
  /** Customers with the e-mail or phone under the same name, or under any without one. */
  holders: { customerId: string; hasEmail: boolean; hasPhone: boolean }[];
}

async function readStanding(transaction: BusinessTransaction, { names, emailKey, phoneKey }: ReadGiven): Promise<Standing> {
  const values = [emailKey, phoneKey, names?.firstKey ?? null, names?.lastKey ?? null, names?.suffix ?? null];
  const [standing] = await transaction.prepared<Standing & QueryResultRow>(findHoldersSql, [transaction.businessId, ...values]);
  return standing ?? { emailKey, phoneKey, modelId: null, holders: [] };
}

interface Found {
  customerId: string;
  probability: number;
  verdict: 'same' | 'ask' | null;
  reasons: string[];
}

/** Holders of the e-mail or phone under the same name, or without a name the only one: the exact rules join them. */
function byRule({ names }: ReadGiven, { emailKey, phoneKey, holders }: Standing): Found[] {
  const isOpen = names === null && holders.length > 1;
  return holders.map(({ customerId, hasEmail, hasPhone }) => {
    const shared = (hasEmail ? SHARED.email : 0) | (hasPhone ? SHARED.phone : 0);
    const values = [hasEmail ? `e-mail ${emailKey}` : '', hasPhone ? `phone ${phoneKey}` : '']
      .filter((value) => value !== '')
      .join(' and ');
    return {
      customerId,
      probability: isOpen ? 1 / holders.length : confidenceOf(0, shared, names === null ? 'no_name' : 'same_name'),
      verdict: isOpen ? null : 'same',
      reasons: [`same ${names === null ? '' : 'name and '}${values}`],
    };
  });
}

async function byEvidence(staging: Staging, { names, place }: ReadGiven, standing: Standing): Promise<Found[]> {
  const { transaction } = staging;
  const { emailKey, phoneKey, modelId } = standing;
  if (modelId === null || names === null || !canBeFound([names.display, emailKey, phoneKey, ...place])) return [];
  const model = await knownModels.get(transaction, modelId);
  if (model === null) return [];
  const comer = ['', names.display, emailKey, phoneKey, ...place];
  const own = keyByModel(readRecords(tableOf([comer])), model.dropped);
  const met = await findNeighbours(staging, own, 'record.customer_id is not null');
  if (met.length === 0) return [];
  const limits = { automatic: AUTOMATIC, doubtful: LIKELY_ENOUGH };
  const all = readRecords(tableOf([comer, ...met]));
  const heard = await knownModels.withValues(transaction, modelId, model, all);
  const neighbours = reachLikely(all, heard, 1, limits).map((at) => met[at - 1] ?? []);
  if (neighbours.length === 0) return [];
  const table = tableOf([comer, ...neighbours]);
  const result = matchFeatures(readRecords(table), heard, limits);
  const together = new Set(
    [...matchPeople(table, result, { automatic: AUTOMATIC, doubtful: DOUBTFUL })]
      .filter(({ a, isTogether }) => a === 0 && isTogether)
      .map(({ b }) => b),
  );
  const found: Found[] = [];
  for (let pair = 0; pair < result.pairs.size; pair += 1) {
    if (result.pairs.first[pair] !== 0) continue;
    const other = result.pairs.second[pair] ?? 0;
    const customerId = neighbours[other - 1]?.[CUSTOMER_AT];
    const probability = result.probabilities[pair] ?? 0;
    if (customerId === undefined || customerId === null) continue;
    const verdict = together.has(other) ? 'same' : isAsked(result, pair) ? 'ask' : null;
    found.push({
      customerId,
      probability,
      verdict,
      reasons: explainPair(result, 0, other, saidIn(table, 0, other)).evidence.map(({ text }) => text),
    });
  }
  return found.sort((x, y) => y.probability - x.probability);
}

function isAsked({ pairs, probabilities }: ModelMatch, pair: number): boolean {
  const probability = probabilities[pair] ?? 0;
  return probability >= DOUBTFUL || groundToLook(probability, pairs.low[pair] ?? 0, pairs.high[pair] ?? 0) !== null;
}

/** Each customer once, by its surest record. */
async function nameCandidates(transaction: BusinessTransaction, found: readonly Found[]): Promise<MatchCandidate[]> {
  const best = new Map<string, Found>();
  for (const one of found) if (one.probability > (best.get(one.customerId)?.probability ?? 0)) best.set(one.customerId, one);
  if (best.size === 0) return [];
  const names = await transaction.prepared<{ id: string; name: string }>(nameCustomersSql, [transaction.businessId, [...best.keys()]]);
  return names
    .map(({ id, name }) => ({ customerId: id, name, probability: best.get(id)?.probability ?? 0, reasons: best.get(id)?.reasons ?? [] }))
    .sort((x, y) => y.probability - x.probability || (x.customerId < y.customerId ? -1 : 1));
}
