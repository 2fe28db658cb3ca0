/** A thin bar of a share (0 to 1) from zero; the figure stands beside it, so it is decoration. */
export function Bar({ share, tone = 'bg-chart-1' }: { share: number; tone?: string }) {
  return (
    <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunken">
      <span className={`block h-full rounded-full ${tone}`} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
    </span>
  );
}
