import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { BusinessShape, StartBusinessRequest } from '../../../contract/session.ts';
import { ask } from '../../app/ask.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Failure } from '../../ui/Failure.tsx';

const FIELD = 'h-9 w-full min-w-0 rounded-inner border border-line bg-card px-2 text-sm max-md:h-11';

/** Opens a form that makes a business for one's own files, and goes to its imports. */
export function StartBusiness() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="main" onClick={() => setOpen(true)} className="max-md:h-11">
        Start my own business …
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Your own business">
        <Form onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<StartBusinessRequest>(guess);
  const start = useMutation({
    mutationFn: () => ask<BusinessShape>('/businesses', { change: { ...wanted } }),
    onSuccess: async ({ slug }) => {
      await queries.invalidateQueries({ queryKey: ['session'] });
      onClose();
      await navigate({ to: '/imports', search: { business: slug } });
    },
  });
  const field = (name: keyof StartBusinessRequest) => ({
    value: wanted[name],
    onChange: (value: string) => setWanted({ ...wanted, [name]: value }),
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <Field label="What it is called" {...field('name')} />
      <Field label="Time zone" hint="Of times whose branch says none" choices={Intl.supportedValuesOf('timeZone')} {...field('timeZone')} />
      <Field
        label="Currency"
        hint="Of amounts whose branch says none"
        choices={Intl.supportedValuesOf('currency')}
        {...field('currency')}
      />
      <Field label="Country" hint="Of telephone numbers, as two letters" {...field('country')} />
      {start.isError && <Failure error={start.error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Not now</Button>
        <Button type="submit" tone="main" disabled={wanted.name.trim() === '' || start.isPending}>
          Start it
        </Button>
      </div>
    </form>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  choices?: readonly string[];
  value: string;
  onChange: (value: string) => void;
}

function Field({ label, hint, choices, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      <input id={id} required value={value} list={`${id}-choices`} onChange={(event) => onChange(event.target.value)} className={FIELD} />
      {hint !== undefined && <p className="mt-1 text-xs text-muted">{hint}</p>}
      <datalist id={`${id}-choices`}>
        {choices?.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
    </div>
  );
}

/** What the browser knows of where it stands; the currency is that of the two countries most of our users are in. */
function guess(): StartBusinessRequest {
  const country = new Intl.Locale(navigator.language).region ?? 'US';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { name: '', timeZone, currency: country === 'CA' ? 'CAD' : 'USD', country };
}
