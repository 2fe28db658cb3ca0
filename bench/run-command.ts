import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/platform/config.ts';

export interface CommandRun {
  seconds: number;
  /** Processor time of our process, all threads, in seconds; null where the system does not tell. */
  cpuSeconds: number | null;
  /** Peak resident memory of our process in MiB; null where the system does not tell (no /proc). */
  peakMemory: number | null;
  output: string;
  exitCode: number;
}

/** Runs the command line as a user would and measures its wall time and peak resident memory. */
export function runCommand(dataDir: string, ...argv: string[]): Promise<CommandRun> {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const child = spawn(process.execPath, [join(projectRoot, 'bin', 'throughline'), ...argv, '--data-dir', dataDir, '--quiet'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let peakMemory: number | null = null;
    let cpuSeconds: number | null = null;
    const watch = setInterval(() => {
      peakMemory = readPeak(child.pid) ?? peakMemory;
      cpuSeconds = readCpu(child.pid) ?? cpuSeconds;
    }, 50);
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      resolve({ seconds: Number(process.hrtime.bigint() - began) / 1e9, cpuSeconds, peakMemory, output, exitCode: code ?? 1 });
    });
  });
}

function readPeak(pid: number | undefined): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? null : Number(found[1]) / 1024;
  } catch {
    return null;
  }
}

/** User and system ticks, a hundred of which are a second, behind the name in brackets. */
function readCpu(pid: number | undefined): number | null {
  try {
    const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const ticks = after.split(' ');
    return (Number(ticks[11]) + Number(ticks[12])) / 100;
  } catch {
    return null;
  }
}
