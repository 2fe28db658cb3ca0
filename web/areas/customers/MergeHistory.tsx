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
  return (
    <Card title="Merge history">
      {customer.mergeHistory.length === 0 ? (
        <p className="text-sm text-muted">No other customer was merged into this one.</p>
      ) : (
        <ol className="divide-y divide-line">
          {customer.mergeHistory.map((merge) => (
            <Merge key={`${merge.mergedCustomerId} ${merge.timestamp}`} merge={merge} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Merge({ merge }: { merge: CustomerMerge }) {
  const { timeZone, role } = useBusiness();
  const [isAsking, setAsking] = useState(false);
  const mayUnmerge = role === 'owner' || role === 'manager';
  return (
    <li className="py-3 text-sm first:pt-0 last:pb-0">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="truncate font-medium" title={merge.mergedCustomerId}>
            Customer …{merge.mergedCustomerId.slice(-6)}
          </p>
          <p className="figures text-xs text-muted">
            {showInstant(merge.timestamp, timeZone)} by {merge.mergedBy}, {showPercent(merge.confidence * 100)} sure
          </p>
        </div>
        {mayUnmerge && (
          <Button onClick={() => setAsking(true)} className="h-8">
            <Icon name="split" />
            Un-merge …
          </Button>
        )}
      </div>
      <UnmergeDialog mergedId={merge.mergedCustomerId} isOpen={isAsking} onClose={() => setAsking(false)} />
    </li>
  );
}
