import { Problem } from '../app/ask.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** What went wrong, in words, with retry and the reference to quote; the rest of the page lives. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div role="alert" className="rounded-inner border border-bad/40 bg-bad-soft px-4 py-3">
      <p className="text-ink">
        {problem?.message ?? 'This could not be shown. Load the page again; if it stays, quote what you see here.'}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-muted">
        {onRetry !== undefined && (
          <Button onClick={onRetry} className="h-8">
            <Icon name="retry" />
            Try again
          </Button>
        )}
        {problem?.reference !== undefined && (
          <span>
            Reference <code className="select-all">{problem.reference}</code>
          </span>
        )}
      </div>
    </div>
  );
}
