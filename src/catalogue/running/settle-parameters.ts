import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import type { Parameter, Question } from '../question.ts';
import { suggestion } from '../suggestion.ts';
import readDefaults from './read-defaults.sql';
import { type ParameterValue, readParameter } from './read-parameter.ts';
import { resolveName } from './resolve-name.ts';

/** What the caller gave, by name: texts from the command line or a URL, or JSON values. */
export type GivenParameters = Readonly<Record<string, unknown>>;

export interface SettledParameters {
  /** What is bound to the statement. */
  bound: Map<string, ParameterValue>;
  /** What the answer shows: names instead of ids. */
  shown: Record<string, ParameterValue>;
  /** The zone asked for, else that of the business. */
  timeZone: string;
  /** The day that counts as today, when the question takes one. */
  asOf: string | undefined;
}

/** Checks and types what was given, fills in defaults, turns names into ids. Anything unknown, missing or unreadable is a Fault. */
export async function settleParameters(
  transaction: BusinessTransaction,
  question: Question,
  given: GivenParameters,
): Promise<SettledParameters> {
  refuseUnknown(question, given);
  const bound = new Map<string, ParameterValue>();
  const shown: Record<string, ParameterValue> = {};
  for (const parameter of question.parameters) {
    const value = readParameter(parameter, given[parameter.name] ?? parameter.default);
    if (value === null && parameter.required === true) throw missing(parameter, question);
    const resolved = typeof value === 'string' ? await resolveName(transaction, parameter.type, value) : undefined;
    bound.set(parameter.name, resolved?.id ?? value);
    shown[parameter.name] = resolved?.name ?? value;
  }
  const zone = bound.get('time_zone') ?? null;
  const defaults = await transaction.one<{ timeZone: string; today: string }>(readDefaults, [transaction.businessId, zone]);
  for (const [name, value] of [
    ['time_zone', defaults.timeZone],
    ['as_of', defaults.today],
  ] as const) {
    if (bound.get(name) !== null) continue;
    bound.set(name, value);
    shown[name] = value;
  }
  const asOf = bound.get('as_of');
  return { bound, shown, timeZone: defaults.timeZone, asOf: typeof asOf === 'string' ? asOf : undefined };
}

function refuseUnknown(question: Question, given: GivenParameters): void {
  const known = question.parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  const [first] = unknown;
  if (first === undefined) return;
  throw new Fault(
    'unknown_parameter',
    `The question "${question.id}" has no parameter "${unknown.join('", "')}". It takes: ${known.length === 0 ? 'none' : known.join(', ')}${suggestion(first, known)}.`,
    {
      exit: 'usage',
      details: { unknown, known },
    },
  );
}

function missing(parameter: Parameter, question: Question): Fault {
  return new Fault('missing_parameter', `The question "${question.id}" needs the parameter "${parameter.name}": ${parameter.meaning}`, {
    exit: 'usage',
    details: { missing: [parameter.name], known: question.parameters.map((known) => known.name) },
  });
}
