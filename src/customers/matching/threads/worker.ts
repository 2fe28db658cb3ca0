import { workerData } from 'node:worker_threads';
import type { Answer, HelperData, Order } from './crew.ts';
import { TASKS } from './tasks.ts';

/** What a helper of a crew runs: one task after the other, until it is dismissed. A build of its own (dist/match-worker.js). */
const { port, answered }: HelperData = workerData;

port.on('message', ({ name, input }: Order) => {
  port.postMessage(answer(name, input));
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});

function answer(name: string, input: unknown): Answer {
  try {
    const tasks: readonly { name: string; run: (input: never) => unknown }[] = TASKS;
    const task = tasks.find((known) => known.name === name);
    if (task === undefined) return { error: `there is no such task: ${name}` };
    return { output: Reflect.apply(task.run, undefined, [input]) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
