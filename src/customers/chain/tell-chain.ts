import { tellDatedRecord } from '../tell-evidence.ts';
import type { ChainLink } from './show-chain.ts';

/**
 * A chain as lines for people: each record with its day, why it is there and where it was read, and under it what each field weighs:
 * "Job 11209-1 of 2023-05-02: Same phone … (0.9876), import 1, jobs.csv, line 12" and "+12.3  same phone: …".
 */
export function tellChain(links: readonly ChainLink[]): string[] {
  return links.flatMap((link) => [
    `${capitalised(tellDatedRecord(link))}: ${link.why} (${link.confidence})${tellFile(link)}`,
    ...(link.weight === null ? [] : link.weight.parts.map(({ text, weight }) => `  ${signed(weight).padStart(6)}  ${text}`)),
  ]);
}

/** A link in one sentence; of one that rests on all evidence together, with what each field weighs. */
export function tellLink(link: ChainLink): string {
  const isWeighed = link.method === 'SPLINK_HIGH_CONFIDENCE' && link.weight !== null;
  const weights = isWeighed ? ` ${(link.weight?.parts ?? []).map(({ text, weight }) => `${text} ${signed(weight)}`).join('; ')}` : '';
  return `${capitalised(tellDatedRecord(link))}: ${link.why}${weights} (${link.confidence})`;
}

function tellFile({ importNumber, fileName, line }: ChainLink): string {
  if (fileName === null) return '';
  return `, import ${importNumber ?? '?'}, ${fileName}${line === null ? '' : `, line ${line}`}`;
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
