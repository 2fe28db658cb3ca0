import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** The program with its sample, and a browser in which its owner is signed in. */
export interface OpenedProgram {
  address: string;
  dataDir: string;
  browser: Browser;
  signedIn: BrowserContext;
  /** Opens a page and waits until it has read its data. `complaints` are what the browser found wrong. */
  open(path: string, look?: { width?: number; dark?: boolean }): Promise<{ page: Page; complaints: string[] }>;
  stop(): Promise<void>;
}

/** Builds the web app, starts the program in a folder of its own, and signs its owner in. */
export async function openProgram(): Promise<OpenedProgram> {
  await buildWebOnce();
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-pages-'));
  const { program, address, signInLink } = await startProgram(dataDir);
  const browser = await chromium.launch({
    executablePath: process.env.THROUGHLINE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const signedIn = await browser.newContext({ locale: 'en-US' });
  const page = await signedIn.newPage();
  await page.goto(signInLink);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.close();
  return {
    address,
    dataDir,
    browser,
    signedIn,
    open: (path, look = {}) => openPage({ browser, signedIn, url: `${address}${path}` }, look),
    async stop() {
      await browser.close();
      if (program.exitCode === null) {
        const ended = new Promise((resolve) => program.once('exit', resolve));
        program.kill('SIGTERM');
        await ended;
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Of two files of browser tests side by side one builds: a build empties the folder that the other's program serves. */
async function buildWebOnce(): Promise<void> {
  const turn = join(inject('runDir'), 'web-build');
  try {
    mkdirSync(turn);
  } catch {
    while (!existsSync(join(turn, 'done'))) await wait(100);
    return;
  }
  try {
    execFileSync(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { buildWeb } from './scripts/build-web.mjs'; await buildWeb();`,
    ]);
  } finally {
    writeFileSync(join(turn, 'done'), '');
  }
}

function startProgram(dataDir: string): Promise<{ program: ChildProcess; address: string; signInLink: string }> {
  const program = spawn(process.execPath, ['bin/throughline', 'start', '--port', '0', '--no-open', '--json', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('signInLink') && printed.trimEnd().endsWith('}')) resolve({ program, ...JSON.parse(printed) });
    });
    program.once('exit', (code) => reject(new Error(`throughline start ended with ${code}: ${printed}`)));
  });
}

async function openPage(
  { browser, signedIn, url }: { browser: Browser; signedIn: BrowserContext; url: string },
  look: { width?: number; dark?: boolean },
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    storageState: await signedIn.storageState(),
    locale: 'en-US',
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark === true ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  return { page, complaints };
}
