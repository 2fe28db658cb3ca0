import { spawn } from 'node:child_process';

/** Opens an address in the user's browser when there is one; says nothing when there is none. */
export function openBrowser(address: string): void {
  const isDesktop = process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (!process.stdout.isTTY || !isDesktop || process.env.CI !== undefined) return;
  const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [address], { detached: true, stdio: 'ignore' });
  child.once('error', () => {});
  child.unref();
}
