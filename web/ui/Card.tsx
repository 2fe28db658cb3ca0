import type { ReactNode } from 'react';

/** A titled part of a page. `aside` stands at the right of the title. */
export function Card({
  title,
  hint,
  aside,
  children,
  className = '',
}: {
  title: string;
  hint?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section aria-label={title} className={`min-w-0 rounded-card border border-line bg-card p-4 ${className}`}>
      <header className="mb-3 flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="font-semibold">{title}</h2>
          {hint !== undefined && <p className="mt-0.5 text-sm text-muted">{hint}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
