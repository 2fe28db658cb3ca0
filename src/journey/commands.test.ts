import { Command } from 'commander';
import { expect, it } from 'vitest';
import { makeCliContext } from '../platform/cli/cli-context.ts';
import { journeySteps } from './build-journey.ts';
import { journeyCommands, STEP_TITLES } from './commands.ts';
import { presentSteps } from './present-steps.ts';

function program(): Command {
  const command = new Command('throughline');
  journeyCommands.register(command, makeCliContext([], new AbortController().signal));
  return command;
}

it('every maintenance command answers to its document name, with hyphens under journey, and at the top', () => {
  const top = program();
  const journey = top.commands.find((command) => command.name() === 'journey');
  const names = journeySteps.map((step) => step.name).filter((name) => name !== 'resolve_customers');
  expect(STEP_TITLES.map(([name]) => name)).toEqual(names);
  for (const name of names) {
    const command = journey?.commands.find((candidate) => candidate.name() === name);
    expect(command?.aliases()).toEqual([name.replaceAll('_', '-')]);
    expect(top.commands.map((candidate) => candidate.name())).toContain(name);
  }
  expect(journey?.commands.map((command) => command.name())).toEqual(['build', ...names, 'folds', 'unfold', 'coverage']);
});

it('the table names what needs a person, and says how to make the changes', () => {
  const text = presentSteps({
    dryRun: true,
    offences: null,
    steps: [
      {
        name: 'merge_sales_person_variations',
        changed: 1234,
        unresolved: 2,
        details: {
          ambiguous: [{ spelling: 'Chris M', candidates: ['Chris Marlow', 'Chris Munro'] }],
          withoutEvidence: [{ spelling: 'Ava R', candidate: 'Ava Reyes' }],
        },
      },
      {
        name: 'link_orphaned_performance_records',
        changed: 0,
        unresolved: 2,
        details: {
          unmatched: [
            { name: 'Ben Larkin', nearest: 'Ben L' },
            { name: 'Front Desk', nearest: null },
          ],
        },
      },
    ],
  });
  expect(text.split('\n')).toEqual([
    'step                                  changed  unresolved',
    'merge_sales_person_variations           1,234           2',
    'link_orphaned_performance_records           0           2',
    '',
    'merge_sales_person_variations: "Chris M" could be Chris Marlow or Chris Munro',
    'merge_sales_person_variations: "Ava R" may be Ava Reyes, but nothing proves it',
    'link_orphaned_performance_records: nobody is called "Ben Larkin"; the nearest is Ben L',
    'link_orphaned_performance_records: nobody is called "Front Desk"',
    '',
    'Dry run: nothing was written. Add --execute to make these 1,234 changes.',
  ]);
});

it('nothing to change is said plainly', () => {
  expect(
    presentSteps({ dryRun: true, offences: null, steps: [{ name: 'populate_branches', changed: 0, unresolved: 0, details: {} }] }),
  ).toMatch(/Nothing to change\.$/);
});
