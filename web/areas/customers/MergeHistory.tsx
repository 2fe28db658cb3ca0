import { useState } from 'react';
import type { CustomerMerge, CustomerShape } from '../../../contract/customers.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { showInstant, showPercent } from '../../ui/show-values.ts';
import { UnmergeDialog } from './UnmergeDialog.tsx';

/** Which customers became this one, when and by whom, and the way back. */
export function MergeHistory({ customer }: { customer: CustomerShape }) {
  const { role } = useBusiness();
  const mayUnmerge = role === 'owner' || role === 'manager';
  // Kept here and not in the line: once un-merged the line is gone, and the outcome is still to be read.
  const [asking, setAsking] = useState({ id: '', isOpen: false });
  return (
    <Card title="Merge history">
      {customer.mergeHistory.length === 0 ? (
        <p className="text-sm text-muted">No other customer is merged into this one.</p>
      ) : (
        <ol className="divide-y divide-line">
          {customer.mergeHistory.map((merge) => (
            <Merge
              key={`${merge.mergedCustomerId} ${merge.timestamp}`}
              merge={merge}
              onUnmerge={mayUnmerge ? () => setAsking({ id: merge.mergedCustomerId, isOpen: true }) : undefined}
            />
          ))}
        </ol>
      )}
      {asking.id !== '' && (
        <UnmergeDialog
          key={asking.id}
          mergedId={asking.id}
          isOpen={asking.isOpen}
          onClose={() => setAsking({ ...asking, isOpen: false })}
        />
      )}
    </Card>
  );
}

function Merge({ merge, onUnmerge }: { merge: CustomerMerge; onUnmerge: (() => void) | undefined }) {
  const { timeZone } = useBusiness();
  return (
    <li className="flex items-start justify-between gap-3 py-3 text-sm first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="truncate font-medium" title={merge.mergedCustomerId}>
          Customer …{merge.mergedCustomerId.slice(-6)}
        </p>
        <p className="figures text-xs text-muted">
          {showInstant(merge.timestamp, timeZone)} by {merge.mergedBy}, {showPercent(merge.confidence * 100)} sure
        </p>
      </div>
      {onUnmerge !== undefined && (
        <Button onClick={onUnmerge} className="h-8">
          <Icon name="split" />
          Un-merge …
        </Button>
      )}
    </li>
  );
}
