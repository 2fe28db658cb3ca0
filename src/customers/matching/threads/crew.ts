import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Task } from './tasks.ts';

/** How many threads work, this one among them, and the bundled file that the others run. */
export interface CrewSize {
  threads: number;
  workerFile: string;
}

/** What a helper is born with: where it gets its tasks, and a cell that it sets to 1 when it has answered. */
export interface HelperData {
  port: MessagePort;
  answered: Int32Array;
}

export interface Order {
  name: string;
  input: unknown;
}

export type Answer = { output: unknown } | { error: string };

/** Below this many records a thread takes longer to start than it saves. */
const WORTH_IT = 50_000;
const MOST_THREADS = 4;
/** A helper that does not answer for so long is dead. */
const PATIENCE_MS = 1_800_000;

/**
 * Threads that share pieces of work with the calling one, which waits for them: no callback, no
 * promise. Alone where the file is small, where there is one core, or where the program is not bundled (tests).
 */
export class Crew {
  readonly parts: number;
  readonly #helpers: { worker: Worker; port: MessagePort; answered: Int32Array }[] = [];

  constructor(records: number, size: CrewSize | undefined = usualSize(records)) {
    this.parts = size?.threads ?? 1;
    for (let helper = 1; size !== undefined && helper < size.threads; helper += 1) {
      const { port1, port2 } = new MessageChannel();
      const answered = new Int32Array(new SharedArrayBuffer(4));
      const workerData: HelperData = { port: port2, answered };
      const worker = new Worker(size.workerFile, { workerData, transferList: [port2] });
      worker.unref();
      this.#helpers.push({ worker, port: port1, answered });
    }
  }

  /** Runs a task once per thread, its own part here; the outputs stand in the order of the parts. */
  share<Input, Output>(task: Task<Input, Output>, inputOf: (part: number, parts: number) => Input): Output[] {
    for (const [index, { port, answered }] of this.#helpers.entries()) {
      Atomics.store(answered, 0, 0);
      const order: Order = { name: task.name, input: inputOf(index + 1, this.parts) };
      port.postMessage(order);
    }
    const outputs = [task.run(inputOf(0, this.parts))];
    for (const { port, answered } of this.#helpers) {
      Atomics.wait(answered, 0, 0, PATIENCE_MS);
      const received: { message: { output: Output } | { error: string } } | undefined = receiveMessageOnPort(port);
      const answer = received?.message ?? { error: 'no answer' };
      if ('error' in answer) throw new Error(`A thread could not ${task.name} records: ${answer.error}`);
      outputs.push(answer.output);
    }
    return outputs;
  }

  dismiss(): void {
    for (const { worker, port } of this.#helpers) {
      port.close();
      void worker.terminate();
    }
  }
}

function usualSize(records: number): CrewSize | undefined {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (threads < 2 || records < WORTH_IT) return undefined;
  const here = dirname(fileURLToPath(import.meta.url));
  // Bundled, this stands in dist/ or in dist/chunks/.
  const workerFile = [here, dirname(here)].map((folder) => join(folder, 'match-worker.js')).find((file) => existsSync(file));
  return workerFile === undefined ? undefined : { threads, workerFile };
}
