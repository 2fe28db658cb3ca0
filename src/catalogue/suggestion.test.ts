import { describe, expect, it } from 'vitest';
import { suggestion } from './suggestion.ts';

const KNOWN = ['date_from', 'date_to', 'branch', 'sales_person', 'lead_source', 'limit'];

describe('suggestion', () => {
  it.each([
    ['date_form', 'date_from'],
    ['from_date', 'date_from'],
    ['dateto', 'date_to'],
    ['Branches', 'branch'],
    ['salesperson', 'sales_person'],
    ['source_lead', 'lead_source'],
  ])('%s is a slip of %s', (wrong, right) => expect(suggestion(wrong, KNOWN)).toBe(`; did you mean "${right}"?`));

  it.each(['colour', '', 'currency', 'xyz'])('%j is near none', (wrong) => expect(suggestion(wrong, KNOWN)).toBe(''));
});
