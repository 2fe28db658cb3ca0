import type { BusinessTransaction } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { settleGolden } from './golden/settle-golden.ts';
import { layArrivals } from './emit/lay-arrivals.ts';
import { chooseModelUse, type ModelUse } from './model/choose-model-use.ts';
import { within, writeFindings } from './model/write-findings.ts';
import type { RunSteps } from './runs/write-run-steps.ts';
import { joinProposals } from './proposals/join-proposals.ts';
import { loadProposals } from './proposals/load-proposals.ts';
import type { LookedAt } from './proposals/match-evidence.ts';
import type { Proposal } from './proposals/proposal.ts';
import { stageProposals } from './proposals/stage-proposals.ts';
import { type Weighed, weighEvidence } from './proposals/weigh-evidence.ts';
import writeProposalsSql from './proposals/write-proposals.sql';
import { applyDecisions } from './resolve/apply-decisions.ts';
import { assignCustomers } from './resolve/assign-customers.ts';
import { type Scope, chooseScope, growScope } from './resolve/choose-scope.ts';
import { findGeneric } from './resolve/find-generic.ts';
import { findHouseholds } from './resolve/find-households.ts';
import { groupByValue } from './resolve/group-by-value.ts';
import { type Evidence, joinPeople } from './resolve/join-people.ts';
import { loadKnownCustomers } from './resolve/known-customers.ts';
import { type LoadedRecords, loadRecords } from './resolve/load-records.ts';
import { PeopleForest } from './resolve/people-forest.ts';
import { type Plan, planChanges } from './resolve/plan-changes.ts';
import { readStanding, type Standing } from './resolve/read-standing.ts';
import { areDecisionsReady, reviveDecisions } from './resolve/revive-decisions.ts';
import type { Roster } from './resolve/roster.ts';
import type { Findings } from './resolve/stage-plan.ts';
import { Ties } from './resolve/ties.ts';
import noteRunSql from './resolve/note-run.sql';
import { writeGeneric } from './resolve/write-generic.ts';
import { writeHouseholds } from './resolve/write-households.ts';
import { writePlan } from './resolve/write-plan.ts';
import type { DependentPointer, RecordSource } from './record-source.ts';
import { refreshMoved } from './refresh-moved.ts';
import { type StagedRow, Staging } from './staging/staging.ts';

export interface ResolveOptions {
  /** Who asked for it: `cli`, a member, an agent. Stands in the ledger. */
  startedBy: string;
  /** Look at every record, not only at what new and changed ones can reach. */
  full?: boolean;
  /**
   * `always` looks at every record and, when there is no model of the business yet or it has
   * outgrown the one there is, learns it; `when quick` learns in a business of up to 200,000
   * records. By a model that fits, all evidence is weighed in every run.
   */
  match?: 'always' | 'when quick';
  purpose?: string;
  /** Id that is kept when it meets others in this run. */
  keep?: string;
  /** Shown what each step came to, before anything is written; only when the evidence is weighed. */
  onSteps?: (steps: RunSteps) => Promise<void>;
  /** Person records on their way, as rows of `arrivals`, when they do not lie in that temp table. */
  arrivals?: readonly StagedRow[];
  /** Points the rows of the records that moved at their customers, too, and the rows that rest on them. */
  pointers?: { sources: readonly RecordSource[]; dependents: readonly DependentPointer[] };
  /** Leaves what moved in the temp table `planned_moves`, for whoever goes by it afterwards in this transaction. */
  leavesMoves?: boolean;
}

export interface ResolveReport {
  /** Records looked at. */
  records: number;
  /** Records that got another customer than before (or their first). */
  moved: number;
  customersCreated: number;
  customersMerged: number;
  /** Customers that came back out of a merge. */
  customersRevived: number;
  customersRemoved: number;
  /** Rows written about generic values and about households. */
  genericChanged: number;
  householdsChanged: number;
  /** Golden values of known customers that changed. */
  customersUpdated: number;
  /** Pairs that are probably one person: found, changed or gone. */
  proposalsChanged: number;
  /** Records looked at that name nobody. */
  unresolved: number;
}

/**
 * Finds out who is who among new and changed records and everything they touch, and brings
 * customers, links, merges, redirects, households and golden values in line. Ids stay put;
 * an unchanged input writes nothing; what people decided outranks every rule, also when the
 * rows it is about were away. Runs inside the caller's transaction: rolling that back is the dry run.
 */
export async function resolveCustomers(transaction: BusinessTransaction, options: ResolveOptions): Promise<ResolveReport> {
  const keep = new Set(options.keep === undefined ? [] : [options.keep]);
  const { arrivals = [], ...rest } = options;
  const standing = await readStanding(transaction, arrivals);
  if (!standing.hasParked) return resolveOnce(transaction, options, standing, keep);
  await layArrivals(transaction, arrivals);
  if (!(await areDecisionsReady(transaction))) return resolveOnce(transaction, rest, await readStanding(transaction, []), keep);
  // First without them: two customers that a person merged are two again, merged, and can be taken apart again.
  const { match: _later, full: _too, onSteps: _then, ...cautious } = rest;
  const without = await resolveOnce(transaction, cautious, await readStanding(transaction, []), keep);
  for (const id of await reviveDecisions(transaction)) keep.add(id);
  return addReports(without, await resolveOnce(transaction, rest, await readStanding(transaction, []), keep));
}

async function resolveOnce(
  transaction: BusinessTransaction,
  options: ResolveOptions,
  standing: Standing,
  keep: ReadonlySet<string>,
): Promise<ResolveReport> {
  const use = await chooseModelUse(transaction, standing, options.match);
  const full = options.full === true || options.match === 'always' || use === 'learn';
  const staging = full || options.leavesMoves === true ? Staging.many(transaction) : await Staging.few(transaction);
  let scope = await chooseScope(staging, standing, { full, brought: options.arrivals ?? [] });
  while (scope !== 'nothing') {
    const people = await findPeople(staging, scope, { use, standing });
    const { reached } = people.weighed ?? { reached: [] };
    if (reached.length === 0) {
      const looked = takeLook(people.weighed, options);
      const outcome = await planRun(staging, people, keep);
      if (looked !== null) await options.onSteps?.({ roster: people.loaded.roster, people: outcome.found.people, looked });
      const report = await write(staging, { ...options, standing }, outcome);
      if (options.pointers !== undefined) await refreshMoved(staging, options.pointers);
      if (standing.hasReopened) await transaction.run('truncate reopened_records');
      await staging.close();
      return report;
    }
    scope = await growScope(staging, reached);
  }
  await staging.close();
  return { ...NOTHING };
}

/** What was compared is let go at once where nobody asked for it: at 660,000 records it is a quarter of a gigabyte. */
function takeLook(weighed: Weighed | null, { onSteps }: ResolveOptions): LookedAt | null {
  if (weighed === null) return null;
  const { looked } = weighed;
  weighed.looked = null;
  return onSteps === undefined ? null : looked;
}

/** Who is who among the records of a scope. */
interface FoundPeople {
  scope: Scope;
  loaded: LoadedRecords;
  evidence: Evidence;
  forest: PeopleForest;
  manyPeople: ReturnType<typeof findGeneric>;
  proposals: readonly Proposal[];
  /** Null when the run goes by proposals found before. */
  weighed: Weighed | null;
}

async function findPeople(
  staging: Staging,
  scope: 'scope_records' | 'all',
  { use, standing }: { use: ModelUse; standing: Standing },
): Promise<FoundPeople> {
  const loaded = await loadRecords(staging, scope);
  const { roster, generic } = loaded;
  const groups = [0, 1, 2].map((kind) => groupByValue(roster, kind));
  const manyPeople = groups.flatMap((group, kind) => findGeneric(roster, group, kind).filter(({ code }) => generic[kind]?.[code] !== 1));
  for (const { kind, code } of manyPeople) generic[kind]?.fill(1, code, code + 1);
  const evidence: Evidence = { groups, generic };
  const forest = new PeopleForest(roster.count);
  if (standing.hasDecisions) await applyDecisions(staging, scope, roster, forest);
  joinPeople(roster, evidence, forest);
  const model = { use, modelId: standing.model?.id ?? null };
  const weighed = use === 'none' ? null : await weighEvidence(staging, { ...loaded, forest }, scope, model);
  const proposals = weighed?.proposals ?? (await loadProposals(staging, scope, roster));
  joinProposals(forest, proposals);
  return { scope, loaded, evidence, forest, manyPeople, proposals, weighed };
}

async function planRun(staging: Staging, found: FoundPeople, keep: ReadonlySet<string>): Promise<Outcome> {
  const { scope, loaded, evidence, forest, manyPeople, proposals, weighed } = found;
  const { roster } = loaded;
  const { generic } = evidence;
  const known = await loadKnownCustomers(staging.transaction, roster, scope === 'all');
  const people = assignCustomers(roster, forest, known, (record) => saysSomething(roster, generic, record), keep);
  const ties = new Ties(roster, generic, forest, people);
  const plan = planChanges(roster, people, known);
  return { scope, evidence, manyPeople, plan, proposals, weighed, found: { roster, generic, people, ties } };
}

/** After this many moves the planner is told. */
const MANY = 1_000;

const NOTHING: ResolveReport = {
  records: 0,
  moved: 0,
  customersCreated: 0,
  customersMerged: 0,
  customersRevived: 0,
  customersRemoved: 0,
  genericChanged: 0,
  householdsChanged: 0,
  customersUpdated: 0,
  proposalsChanged: 0,
  unresolved: 0,
};

/** Two runs of one transaction, told as one. */
function addReports(first: ResolveReport, second: ResolveReport): ResolveReport {
  const sum = { ...first };
  for (const name of Object.keys(NOTHING) as (keyof ResolveReport)[]) sum[name] += second[name];
  return { ...sum, records: Math.max(first.records, second.records), unresolved: second.unresolved };
}

/** A record founds a customer only when it has a name, or an e-mail or phone that is not generic. */
function saysSomething(roster: Roster, generic: readonly Uint8Array[], record: number): boolean {
  if (roster.levels[record] !== 0) return true;
  return [0, 1].some((kind) => {
    const code = roster.values[kind]?.[record] ?? 0;
    return code !== 0 && generic[kind]?.[code] !== 1;
  });
}

interface Outcome {
  scope: Scope;
  evidence: Evidence;
  manyPeople: ReturnType<typeof findGeneric>;
  plan: Plan;
  proposals: readonly Proposal[];
  weighed: Weighed | null;
  found: Findings;
}

async function write(
  staging: Staging,
  options: ResolveOptions & { standing: Standing },
  { scope, evidence, manyPeople, plan, proposals, weighed, found }: Outcome,
): Promise<ResolveReport> {
  const { transaction } = staging;
  const { roster, people } = found;
  const now = new Date();
  const stamp = { id: uuidV7(), startedBy: options.startedBy, now };
  await stageProposals(staging, roster, proposals);
  const customersRemoved = await writePlan(staging, found, plan, stamp);
  const report: ResolveReport = {
    records: roster.count,
    moved: plan.moves.length,
    customersCreated: plan.created.length,
    customersMerged: plan.merges.length,
    customersRevived: plan.revived.length,
    customersRemoved,
    genericChanged: await writeGeneric(staging, roster, evidence.groups, manyPeople, scope, now),
    householdsChanged: await writeHouseholds(staging, roster, findHouseholds(roster, evidence, people), scope, stamp.id, now),
    customersUpdated: await settleGolden(staging, options.standing, now),
    proposalsChanged: weighed === null ? 0 : await writeProposals(staging, scope, stamp),
    unresolved: people.personOf.reduce((sum, person) => sum + (people.list[person]?.customerId === null ? 1 : 0), 0),
  };
  const newcomers = plan.moves.filter((record) => roster.customers[record] === -1).length;
  if (weighed !== null) await writeFindings(staging, { roster, weighed, scope, now });
  const aged = weighed === null || weighed.learnt !== null ? 0 : newcomers;
  await noteRun(transaction, { ...stamp, purpose: options.purpose ?? 'resolve', aged }, report);
  if (plan.moves.length > MANY) await transaction.run('select customers.refresh_statistics()');
  return report;
}

async function writeProposals(staging: Staging, scope: Scope, run: { id: string; now: Date }): Promise<number> {
  const sql = within(writeProposalsSql, scope, 'customers.proposals', 'record_a', 'record_b');
  const [row] = await staging.rows<{ changed: number }>(sql, [staging.transaction.businessId, run.id, run.now]);
  return row?.changed ?? 0;
}

/** A run that changed nothing leaves no trace. */
async function noteRun(
  transaction: BusinessTransaction,
  run: { id: string; purpose: string; startedBy: string; now: Date; aged: number },
  report: ResolveReport,
): Promise<void> {
  const { records, unresolved, ...written } = report;
  if (Object.values(written).every((count) => count === 0)) return;
  const counts = JSON.stringify({ records, unresolved, ...written });
  await transaction.prepared(noteRunSql, [
    transaction.businessId,
    run.id,
    run.purpose,
    run.startedBy,
    run.now,
    new Date(),
    counts,
    run.aged,
  ]);
}
