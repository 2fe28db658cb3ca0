import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { modules } from '../../src/app.ts';
import { commandDoors } from '../../src/platform/cli/command-door.ts';
import { makeCliContext } from '../../src/platform/cli/cli-context.ts';
import { projectRoot } from '../../src/platform/config.ts';
import { EXIT } from '../../src/platform/fault.ts';

const program = new Command('throughline');
const context = makeCliContext(modules, new AbortController().signal);
for (const door of commandDoors.collect(modules)) door.register(program, context);
const page = readFileSync(join(projectRoot, 'docs', 'cli.md'), 'utf8');

interface Documented {
  path: string;
  options: string[];
  /** Shown in the help; other names of a command are not. */
  isShown: boolean;
}

/** `journey build` and its options, for every command. */
function commandsOf(command: Command, path = ''): Documented[] {
  const shown = command.createHelp().visibleCommands(command);
  return command.commands.flatMap((child) => {
    const own = path === '' ? child.name() : `${path} ${child.name()}`;
    return [
      { path: own, options: child.options.flatMap((option) => option.long ?? []), isShown: shown.includes(child) },
      ...commandsOf(child, own),
    ];
  });
}

const commands = commandsOf(program);
const known = new Set(commands.map((command) => command.path));

test('docs/cli.md names every command with all its options', () => {
  const undocumented = commands.filter(({ path, options, isShown }) => {
    const isGroup = commands.some((other) => other.path.startsWith(`${path} `)) && options.length === 0;
    const line = page.split('\n').find((text) => text.startsWith(`| \`${path}`) && [' ', '`'].includes(text.charAt(3 + path.length)));
    return isShown && !isGroup && (line === undefined || !options.every((option) => line.includes(option)));
  });
  expect(undocumented.map((command) => `${command.path} ${command.options.join(' ')}`)).toEqual([]);
});

test('every command that the documents name exists', () => {
  const documents = ['README.md', 'AGENTS.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/cli.md', 'docs/import.md', 'docs/errors.md'];
  const named = documents.flatMap((name) =>
    [...readFileSync(join(projectRoot, name), 'utf8').matchAll(/throughline ((?:[a-z][a-z_-]+ ?)+)/g)].map(([, words]) =>
      (words ?? '').trim(),
    ),
  );
  const wrong = named.filter((words) => !words.split(' ').some((_, index, all) => known.has(all.slice(0, index + 1).join(' '))));
  expect([...new Set(wrong)]).toEqual([]);
});

test('docs/cli.md lists the exit codes as they are', () => {
  const listed = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(listed.sort((left, right) => left - right)).toEqual(Object.values(EXIT).sort((left, right) => left - right));
});
