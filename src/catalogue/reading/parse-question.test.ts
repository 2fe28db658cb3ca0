import { describe, expect, it } from 'vitest';
import { parseQuestion } from './parse-question.ts';

function file(
  changes: Record<string, string> = {},
  sql = 'select count(*) as jobs from journey.jobs where business_id = :business_id and job_date >= :date_from',
): string {
  const header = {
    id: 'how_many',
    question: 'How many jobs?',
    theme: 'jobs',
    grain: 'one row',
    definition: 'All jobs.',
    dateBasis: 'service day',
    parameters: '[date_from]',
    columns: '[{name: jobs, type: integer, unit: jobs, meaning: Jobs}]',
    chart: '{type: tile}',
    ...changes,
  };
  return `/*\n${Object.entries(header)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n*/\n${sql}`;
}

const parse = (text: string, name = 'how_many') => parseQuestion(text, `/q/jobs/${name}.sql`, '/q');

describe('parseQuestion', () => {
  it('reads header, standard parameters and the file of the receipt', () => {
    const question = parse(file());
    expect(question.parameters[0]).toMatchObject({ name: 'date_from', type: 'date', default: null });
    expect(question.receiptFile).toBe('/q/jobs/how_many.receipt.sql');
    expect(parse(file({ receipt: 'jobs' })).receiptFile).toBe('/q/receipts/jobs.sql');
  });

  it.each([
    ['a parameter the header does not list', file({}, 'select :date_from, :branch'), 'uses :branch but'],
    ['a parameter the statement never uses', file({ parameters: '[date_from, branch]' }), 'lists branch but'],
    ['a standard parameter that does not exist', file({ parameters: '[day]' }), 'no standard one'],
    ['a header that is no YAML', '/* a: [ */ select 1', 'not YAML'],
    ['a missing header', 'select 1', 'does not start with'],
    ['an unknown key', file({ titel: 'x' }), 'does not fit'],
    ['an unknown column type', file({ columns: '[{name: a, type: dollars, meaning: x}]' }), 'does not fit at "columns.0.type"'],
  ])('refuses %s', (_name, text, message) => expect(() => parse(text)).toThrow(message));

  it('refuses a file that is not called like its id', () => expect(() => parse(file(), 'other')).toThrow('must be called how_many.sql'));
});
