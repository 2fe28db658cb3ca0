import { createInterface } from 'node:readline/promises';
import type { FileKind } from './file-kind.ts';

/** Asks on the terminal which kind a file is; undefined when the answer is none of them. */
export async function askForKind(name: string, candidates: readonly FileKind[]): Promise<FileKind | undefined> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const choices = candidates.map((kind, index) => `  ${index + 1}  ${kind.title}`).join('\n');
    const answer = await prompt.question(`What is ${name}?\n${choices}\nNumber (Enter to leave it out): `);
    return candidates[Number.parseInt(answer, 10) - 1];
  } finally {
    prompt.close();
  }
}
