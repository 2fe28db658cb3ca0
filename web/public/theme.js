// Runs before the first paint, so that a dark page never flashes white.
(() => {
  let chosen = 'system';
  try {
    chosen = localStorage.getItem('throughline.theme') ?? 'system';
  } catch {
    // Storage is forbidden: follow the system.
  }
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
})();
