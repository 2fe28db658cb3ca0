import { useState } from 'react';
import type { ChainLinkShape, CustomerShape } from '../../../contract/customers.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { counted, showDay, showPercent, showPhone, showSource } from '../../ui/show-values.ts';
import { WeightList } from '../../ui/WeightList.tsx';
import { type Parting, PartingDialog } from './PartingDialog.tsx';
import { useChain } from './use-decisions.ts';
import type { Done } from './use-undo-toast.tsx';

/** The chain that holds a customer: each row with its file and line, what ties it to the others and how much that weighs. */
export function WhyOnePerson({ customer, onDone }: { customer: CustomerShape; onDone: (done: Done) => void }) {
  const { role } = useBusiness();
  const chain = useChain(customer.id);
  const [asking, setAsking] = useState<{ parting: Parting; isOpen: boolean } | null>(null);
  const links = chain.data?.chain ?? [];
  const mayDecide = (role === 'owner' || role === 'manager') && links.length > 1;
  return (
    <Card title="Why is this one person?" hint={chain.isSuccess ? tellChain(links, chain.data.confidence) : undefined}>
      {chain.isPending && <Skeleton lines={6} />}
      {chain.isError && <Failure error={chain.error} onRetry={() => void chain.refetch()} />}
      <ol className="divide-y divide-line">
        {links.map((link) => (
          <Link
            key={link.recordId}
            link={link}
            onSplit={
              mayDecide ? () => setAsking({ parting: { kind: 'split', id: link.recordId, what: nameOf(link) }, isOpen: true }) : undefined
            }
          />
        ))}
      </ol>
      {chain.isSuccess && links.length === 0 && <p className="text-sm text-muted">No row names this customer any more.</p>}
      {asking !== null && (
        <PartingDialog
          key={asking.parting.id}
          parting={asking.parting}
          customerId={customer.id}
          isOpen={asking.isOpen}
          onClose={() => setAsking({ ...asking, isOpen: false })}
          onDone={onDone}
        />
      )}
    </Card>
  );
}

function tellChain(links: readonly ChainLinkShape[], confidence: number): string {
  if (links.length < 2) return counted(links.length, 'row');
  return `${counted(links.length, 'row')}; the weakest tie is ${showPercent(confidence * 100)} sure. Ten bits are a thousand to one.`;
}

function Link({ link, onSplit }: { link: ChainLinkShape; onSplit: (() => void) | undefined }) {
  const contact = [link.email, link.phone === null ? null : showPhone(link.phone)].filter((value) => value !== null);
  return (
    <li className="py-3 text-sm first:pt-0 last:pb-0">
      <div className="flex items-baseline justify-between gap-3">
        <p className="min-w-0 break-words font-medium">{link.name ?? 'no name'}</p>
        <p className="figures shrink-0 text-xs text-muted">{link.observedOn === null ? 'no date' : showDay(link.observedOn)}</p>
      </div>
      <p className="figures break-words text-xs text-muted">
        {nameOf(link)}
        {link.fileName !== null &&
          ` · ${link.fileName}${link.line === null ? '' : `, line ${link.line}`} (import ${link.importNumber ?? '?'})`}
      </p>
      {contact.length > 0 && <p className="figures break-words text-xs text-ink-soft">{contact.join(' · ')}</p>}
      <p className="mt-1.5 break-words">{link.why}</p>
      {link.weight !== null && (
        <details className="group mt-1.5">
          <summary className="flex w-fit cursor-pointer items-center gap-1.5 text-xs text-accent">
            <Icon name="arrow" className="!size-3 transition-transform group-open:rotate-90" />
            What each field weighs: {showBits(link.weight.score)} bits in all
          </summary>
          <WeightList className="mt-2" weights={link.weight.parts} />
        </details>
      )}
      {onSplit !== undefined && (
        <Button tone="quiet" onClick={onSplit} className="-ml-2 mt-0.5 h-8 !px-2 text-xs">
          <Icon name="split" className="!size-4" />
          <span>
            Take this row out …<span className="sr-only"> ({nameOf(link)})</span>
          </span>
        </Button>
      )}
    </li>
  );
}

/** "job 11209-1"; a long id is for machines, and its beginning enough to find the row. */
function nameOf({ source, key }: ChainLinkShape): string {
  if (key === null || key.length > 40) return showSource(source);
  return `${showSource(source)} ${key.length > 24 ? `${key.slice(0, 8)}…` : key}`;
}

function showBits(score: number): string {
  return `${score < 0 ? '−' : ''}${Math.abs(score).toFixed(1)}`;
}
