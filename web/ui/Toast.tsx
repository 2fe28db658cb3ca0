import { type ReactNode, useEffect, useEffectEvent } from 'react';

const SHOWN_MS = 10_000;

/** What was just done, with the way back; goes by itself after ten seconds. */
export function Toast({ children, onGone }: { children: ReactNode; onGone: () => void }) {
  const leave = useEffectEvent(onGone);
  useEffect(() => {
    const timer = window.setTimeout(() => leave(), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div
      role="status"
      className="fixed bottom-4 left-4 z-30 flex max-w-[calc(100vw-2rem)] items-center gap-3 rounded-card border border-line bg-raised px-4 py-2.5 text-sm shadow-float max-md:bottom-20"
    >
      {children}
    </div>
  );
}
