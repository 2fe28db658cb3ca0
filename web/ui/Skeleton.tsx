/** Keeps the place of what is being read. `lines` are rows of a table or text. */
export function Skeleton({ lines = 4, className = '' }: { lines?: number; className?: string }) {
  return (
    <div className={`space-y-3 ${className}`} role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other identity.
        <div
          key={index}
          className="h-5 animate-[breathe_1.4s_ease-in-out_infinite] rounded bg-sunken"
          style={{ width: `${96 - ((index * 17) % 40)}%` }}
        />
      ))}
    </div>
  );
}
