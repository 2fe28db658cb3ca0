/** Keeps the place of what is being read. `lines` are rows of a table or text. */
export function Skeleton({ lines = 4, className = '' }: { lines?: number; className?: string }) {
  const bars = Array.from({ length: lines }, (_, index) => ({ id: `bar-${index}`, width: `${96 - ((index * 17) % 40)}%` }));
  return (
    <div className={`space-y-3 ${className}`} role="status" aria-label="Loading">
      {bars.map((bar) => (
        <div key={bar.id} className="h-5 animate-[breathe_1.4s_ease-in-out_infinite] rounded bg-sunken" style={{ width: bar.width }} />
      ))}
    </div>
  );
}
