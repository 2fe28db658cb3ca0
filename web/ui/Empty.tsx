import type { ReactNode } from 'react';

/** A page or card without data: what will stand here, and the one thing that fills it. */
export function Empty({ title, children, command, action }: { title: string; children?: ReactNode; command?: string; action?: ReactNode }) {
  return (
    <div className="mx-auto my-10 max-w-lg rounded-card border border-dashed border-line-strong/50 px-6 py-8 text-center">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children !== undefined && <p className="mt-2 text-muted">{children}</p>}
      {command !== undefined && <pre className="mt-4 overflow-x-auto rounded-inner bg-sunken px-3 py-2.5 text-left text-sm">{command}</pre>}
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}
