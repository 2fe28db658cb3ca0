/** Milliseconds as a reader wants them: "p50 0.21 ms, p99 0.80 ms, longest 3.1 ms". */
export function showTimes(times: Float64Array): string {
  const sorted = times.slice().sort();
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`;
}
