import { Command } from 'commander';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { buildFollowers } from '../../journey/build-followers.ts';
import { runBuild } from '../../journey/journey-command.ts';
import type { ThroughlineModule } from '../../platform/app/plug.ts';
import { type CliContext, makeCliContext } from '../../platform/cli/cli-context.ts';
import { catalogue } from '../index.ts';
import { playStory } from '../testing/play-story.ts';
import { stageOf } from '../testing/stage.ts';
import { findOutdatedRows } from './keep-rows.ts';

let scratch: ScratchDatabase;
let talk = '';

beforeAll(async () => {
  scratch = await withDatabase();
  await playStory(stageOf(scratch));
});
afterAll(() => scratch.drop());

async function build(modules: readonly ThroughlineModule[], ...options: string[]): Promise<void> {
  const context: CliContext = {
    ...makeCliContext(modules, new AbortController().signal),
    withDatabase: (_command, work) => work(scratch.database),
    print: () => undefined,
    endWith: () => undefined,
    say: (text) => {
      talk += `${text}\n`;
    },
  };
  const command = new Command('build').option('--execute');
  await runBuild(context, command.parse(options, { from: 'user' }));
}

const outdated = () =>
  scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => findOutdatedRows(transaction, ['kept_jobs', 'kept_bad_leads']),
    'read',
  );

test('a build copies the rows for questions, so that who asks first waits for nothing; a dry run does not', async () => {
  await build([catalogue]);
  expect(await outdated()).toEqual(['kept_jobs', 'kept_bad_leads']);
  await build([catalogue], '--execute');
  expect(await outdated()).toEqual([]);
});

test('what follows a build may fail without the build having failed', async () => {
  const failing: ThroughlineModule = {
    name: 'catalogue',
    plugs: [buildFollowers.plug({ title: 'write a letter', follow: () => Promise.reject(new Error('no paper')) })],
  };
  await build([failing], '--execute');
  expect(talk).toContain('write a letter: no paper');
});
