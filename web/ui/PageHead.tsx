import { type ReactNode, useEffect } from 'react';

/** A page's title with one sentence on what it answers; filters stand below. */
export function PageHead({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Throughline`;
  }, [title]);
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h1 className="truncate text-xl font-semibold">{title}</h1>
        {children !== undefined && <p className="mt-0.5 text-muted">{children}</p>}
      </div>
      {action}
    </header>
  );
}
