import type { Command } from 'commander';
import { definePlugSlot } from '../app/plug.ts';
import type { CliContext } from './cli-context.ts';

/** A module's commands: `register` adds nouns and verbs to the program; the work is imported lazily inside the actions. */
export interface CommandDoor {
  register(program: Command, context: CliContext): void;
}

export const commandDoors = definePlugSlot<CommandDoor>('platform.command-doors');
