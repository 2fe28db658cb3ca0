import type { Offence } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { measureLinkCoverage, type JointCoverage } from './measure-link-coverage.ts';
import insertIntegrity from './insert-integrity.sql';

interface Alert {
  joint: string;
  level: 'warning' | 'information';
  message: string;
}

/**
 * Goals of a healthy journey. The share of leads is taken of those that say they were booked:
 * most leads never book, so a share of all could never reach its goal.
 */
const GOALS: readonly (readonly [joint: string, percent: number, level: Alert['level'], what: string])[] = [
  ['job_customer', 95, 'warning', 'jobs have a customer'],
  ['booked_lead_opportunity', 80, 'warning', 'leads that say they were booked have an opportunity'],
  ['bad_lead_lead', 70, 'information', 'bad leads are linked to a lead'],
  ['user_performance_sales_person', 100, 'warning', 'rows of call figures have a sales person'],
  ['sales_performance_sales_person', 100, 'warning', 'rows of sales figures have a sales person'],
];

/**
 * Appends link coverage and what the checks found wrong to journey.integrity_check_history when it differs from the last
 * entry, so that a build that was killed and run again leaves the same last entry as one that was not.
 */
export async function recordIntegrity(transaction: BusinessTransaction, offences: readonly Offence[] = []): Promise<boolean> {
  const joints = new Map((await measureLinkCoverage(transaction)).map((joint) => [joint.name, joint]));
  const orphans = (name: string): number => (joints.get(name)?.total ?? 0) - (joints.get(name)?.linked ?? 0);
  const written = await transaction.run(insertIntegrity, [
    transaction.businessId,
    uuidV7(),
    new Date(),
    orphans('user_performance_sales_person'),
    orphans('sales_performance_sales_person'),
    joints.get('job_customer')?.rate ?? null,
    joints.get('booked_lead_opportunity')?.rate ?? null,
    joints.get('bad_lead_lead')?.rate ?? null,
    JSON.stringify(alertsOf(joints)),
    JSON.stringify(offences),
  ]);
  return written > 0;
}

function alertsOf(joints: ReadonlyMap<string, JointCoverage>): Alert[] {
  return GOALS.flatMap(([name, percent, level, what]) => {
    const rate = joints.get(name)?.rate ?? null;
    if (rate === null || rate >= percent) return [];
    return { joint: name, level, message: `${rate} % of ${what}; the goal is ${percent} %` };
  });
}
