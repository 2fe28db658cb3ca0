import { useState } from 'react';
import type { GoldenValueShape } from '../../../contract/golden.ts';
import { useBusiness } from '../../app/business.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { showPhone } from '../../ui/show-values.ts';
import { FieldEditor } from './FieldEditor.tsx';
import { foldGolden, groupOf, titleOfGroup } from './fold-golden.ts';
import { Origin } from './Origin.tsx';
import type { Done } from './use-undo-toast.tsx';

interface GoldenValuesProps {
  customerId: string;
  golden: readonly GoldenValueShape[];
  onDone: (done: Done) => void;
}

/** Which value of each field stands for the customer, by which rule and from which row; a person may set another and take it back. */
export function GoldenValues({ customerId, golden, onDone }: GoldenValuesProps) {
  const { role } = useBusiness();
  const mayDecide = role === 'owner' || role === 'manager';
  const [open, setOpen] = useState<string | null>(null);
  const lines = foldGolden(golden);
  const known = new Set(lines.map((line) => groupOf(line.golden)));
  const unknown = [...new Set(golden.map(groupOf))].filter((group) => !known.has(group));
  const toggle = (group: string): void => setOpen(open === group ? null : group);
  const fieldsIn = (group: string): GoldenValueShape[] => golden.filter((one) => groupOf(one) === group);
  const editor = (group: string) => (
    <Editors fields={fieldsIn(group)} customerId={customerId} onDone={onDone} onClose={() => setOpen(null)} />
  );
  return (
    <Card title="Values" hint="Which value stands for this customer, why, and the row it is from.">
      <ul className="divide-y divide-line text-sm">
        {lines.map(({ title, value, golden: one }, index) => {
          const group = groupOf(one);
          const isFirst = lines.findIndex((line) => groupOf(line.golden) === group) === index;
          return (
            <li key={one.field} className="py-2.5 first:pt-0 last:pb-0">
              <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 sm:grid-cols-[8rem_minmax(0,1fr)_auto]">
                <p className="text-xs font-medium text-muted max-sm:col-span-2 sm:pt-0.5">{title}</p>
                <div className="min-w-0">
                  <p className="figures break-words">
                    {one.field === 'phone' ? showPhone(value) : value}
                    {one.by === 'hand' && (
                      <span className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 text-xs font-medium text-accent">by hand</span>
                    )}
                  </p>
                  <p className="mt-0.5 break-words text-xs text-ink-soft">{one.why}</p>
                  <Origin from={one.from} />
                </div>
                {mayDecide && isFirst && <Change title={title} isOpen={open === group} onToggle={() => toggle(group)} />}
              </div>
              {open === group && isFirst && editor(group)}
            </li>
          );
        })}
      </ul>
      {mayDecide && unknown.length > 0 && (
        <div className="mt-3 border-t border-line pt-3 text-sm">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
            Not known:
            {unknown.map((group) => (
              <button
                key={group}
                type="button"
                aria-expanded={open === group}
                aria-label={`Set ${titleOfGroup(group, fieldsIn(group))}`}
                onClick={() => toggle(group)}
                className="rounded-inner px-1.5 py-1 text-accent hover:bg-sunken"
              >
                {titleOfGroup(group, fieldsIn(group))}
              </button>
            ))}
          </p>
          {open !== null && unknown.includes(open) && editor(open)}
        </div>
      )}
    </Card>
  );
}

function Change({ title, isOpen, onToggle }: { title: string; isOpen: boolean; onToggle: () => void }) {
  return (
    <Button
      tone="quiet"
      aria-expanded={isOpen}
      aria-label={`${isOpen ? 'Close' : 'Change'} ${title}`}
      onClick={onToggle}
      className="h-8 !px-2 text-xs"
    >
      {isOpen ? 'Close' : 'Change'}
    </Button>
  );
}

interface EditorsProps {
  fields: readonly GoldenValueShape[];
  customerId: string;
  onDone: (done: Done) => void;
  onClose: () => void;
}

/** Each part is said for itself, so that each can be taken back for itself. */
function Editors({ fields, customerId, onDone, onClose }: EditorsProps) {
  return (
    <div className="mt-2 space-y-3 rounded-inner bg-sunken p-3">
      {fields.map((one, index) => (
        <FieldEditor
          key={`${one.field} ${one.value}`}
          golden={one}
          customerId={customerId}
          isFocused={index === 0}
          onDone={onDone}
          onClose={onClose}
        />
      ))}
    </div>
  );
}
