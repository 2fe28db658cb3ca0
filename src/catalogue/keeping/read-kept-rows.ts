import type { KeptTableName } from './kept-tables.ts';

/** A statement that reads kept rows instead of the tables themselves. */
export interface NearStatement {
  text: string;
  /** The tables of kept rows it reads; none when it reads the tables themselves. */
  tables: KeptTableName[];
}

const FACTS: Readonly<Record<string, KeptTableName[]>> = {
  job_facts: ['kept_jobs'],
  lead_facts: ['kept_leads'],
  opportunity_facts: ['kept_opportunities'],
  lost_lead_facts: ['kept_lost_leads'],
  bad_lead_facts: ['kept_bad_leads'],
};

/** Where a row came from in an import is not among what is kept. */
const NOT_KEPT = /\b(batch_id|file_id|line)\b/;

/** Headers and remarks: a chart of `type: line` is no column, and kept 30 questions from the copies. */
const REMARKS = /\/\*[\s\S]*?\*\/|--[^\n]*/g;

/**
 * The statement of a question or receipt over kept rows: `catalogue.job_facts` becomes
 * `catalogue.job_facts_kept`, and in a receipt that only sorts jobs, or says `-- kept: jobs` because it
 * counts duplicates too, `journey.jobs` becomes `catalogue.kept_jobs`. A statement that asks for what is not kept stays as it is.
 */
export function readKeptRows(sql: string): NearStatement {
  if (NOT_KEPT.test(sql.replace(REMARKS, ''))) return { text: sql, tables: [] };
  const tables = new Set<KeptTableName>();
  const facts = sql.replace(/\bcatalogue\.(\w+_facts)\b/g, (name, fact: string) => {
    for (const table of FACTS[fact] ?? []) tables.add(table);
    return FACTS[fact] === undefined ? name : `${name}_kept`;
  });
  if (!SORTS_JOBS.test(sql)) return { text: facts, tables: [...tables] };
  const text = facts
    .replace(/\bjourney\.jobs\b/g, 'catalogue.kept_jobs')
    .replace(/\bjobs\.total_(estimated|actual)_cost\b/g, (_name, total: string) => `jobs.${total}`);
  return { text, tables: [...tables.add('kept_jobs')] };
}

const SORTS_JOBS = /^-- (?:frame|kept): jobs$/m;
