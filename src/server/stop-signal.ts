/**
 * What ends a running server: the interrupt of the command line, a closed terminal, and,
 * when npm started us, npm's end. npm passes Ctrl-C on but dies of a SIGTERM together with
 * the shell between us, and would leave us serving with nobody to stop us.
 */
export function stopSignal(interrupt: AbortSignal): AbortSignal {
  const ended = new AbortController();
  process.once('SIGHUP', () => ended.abort());
  if (process.env.npm_lifecycle_event !== undefined) watchParent(ended);
  return AbortSignal.any([interrupt, ended.signal]);
}

function watchParent(ended: AbortController): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    ended.abort();
  }, 250);
  timer.unref();
}
