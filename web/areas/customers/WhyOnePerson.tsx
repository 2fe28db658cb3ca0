import type { CustomerRecord, CustomerShape } from '../../../contract/customers.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Card } from '../../ui/Card.tsx';
import { counted, showDay, showPercent, showSource } from '../../ui/show-values.ts';

/** Each row that names this person, with the sentences that say why it is the same one. */
export function WhyOnePerson({ customer }: { customer: CustomerShape }) {
  return (
    <Card title="Why is this one person?" hint={counted(customer.records.length, 'row', 'rows')}>
      <ol className="divide-y divide-line">
        {customer.records.map((record) => (
          <RecordReason key={`${record.source} ${record.sourceId}`} record={record} />
        ))}
      </ol>
      {customer.records.length === 0 && <p className="text-muted">No row names this customer any more.</p>}
    </Card>
  );
}

function RecordReason({ record }: { record: CustomerRecord }) {
  return (
    <li className="py-3 text-sm first:pt-0 last:pb-0">
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{record.name ?? 'no name'}</span>
        <span className="figures shrink-0 text-xs text-muted">{record.observedOn === null ? '' : showDay(record.observedOn)}</span>
      </p>
      <p className="truncate text-xs text-muted" title={record.key ?? ''}>
        {showSource(record.source)} {record.key !== null && record.key.length <= 24 ? record.key : ''}
      </p>
      {[record.email, record.phone].some((value) => value !== null) && (
        <p className="break-words text-xs text-ink-soft">{[record.email, record.phone].filter((value) => value !== null).join(' · ')}</p>
      )}
      <p className="mt-1.5">{record.why}</p>
      {record.method !== 'FIRST_SEEN' && (
        <div className="mt-2 flex items-center gap-2 text-xs text-muted">
          <span className="flex-1">
            <Bar share={record.confidence} />
          </span>
          <span className="figures">{showPercent(record.confidence * 100)} sure</span>
        </div>
      )}
    </li>
  );
}
