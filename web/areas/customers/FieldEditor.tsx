import { type FormEvent, useId, useState } from 'react';
import type { GoldenValueShape } from '../../../contract/golden.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { showPhone } from '../../ui/show-values.ts';
import { type FieldChange, useDecide } from './use-decisions.ts';
import type { Done } from './use-undo-toast.tsx';

interface FieldEditorProps {
  golden: GoldenValueShape;
  customerId: string;
  isFocused: boolean;
  onDone: (done: Done) => void;
  onClose: () => void;
}

const FIELD = 'h-9 w-full min-w-0 rounded-inner border border-line bg-card px-2 text-sm max-md:h-11';
const GENDERS = ['MALE', 'FEMALE', 'UNCERTAIN'];

/** Says by hand what a field is, or hands it back to the rules; both are done at once and can be undone. */
export function FieldEditor({ golden, customerId, isFocused, onDone, onClose }: FieldEditorProps) {
  const id = useId();
  const shown = golden.field === 'phone' && golden.value !== null ? showPhone(golden.value) : (golden.value ?? '');
  const [text, setText] = useState(shown);
  const { setField, undoRun } = useDecide();
  const say = (to: FieldChange['to']): void => {
    const done = ({ run, after }: { run: string; after: GoldenValueShape }): void => {
      onClose();
      onDone({ text: tell(golden.title, after), undo: () => undoRun.mutateAsync(run) });
    };
    setField.mutate({ customer: customerId, field: golden.field, to }, { onSuccess: done });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    say({ value: text.trim() });
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {golden.title.charAt(0).toUpperCase() + golden.title.slice(1)}
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          {golden.field === 'gender' ? (
            <select id={id} value={text} onChange={(event) => setText(event.target.value)} className={FIELD}>
              <option value="">not known</option>
              {GENDERS.map((gender) => (
                <option key={gender} value={gender}>
                  {gender.toLowerCase()}
                </option>
              ))}
            </select>
          ) : (
            <input
              id={id}
              type={golden.field === 'phone' ? 'tel' : 'text'}
              inputMode={golden.field === 'email' ? 'email' : undefined}
              autoComplete="off"
              // biome-ignore lint/a11y/noAutofocus: the person just asked for this field.
              autoFocus={isFocused}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && onClose()}
              className={FIELD}
            />
          )}
        </div>
        <Button type="submit" tone="main" disabled={setField.isPending || text.trim() === '' || text.trim() === shown}>
          {setField.isPending ? 'Saving …' : 'Set'}
        </Button>
        {golden.by === 'hand' && (
          <Button disabled={setField.isPending} onClick={() => say({ rules: true })}>
            Back to the rules
          </Button>
        )}
      </div>
      {setField.isError && (
        <div className="mt-2">
          <Failure error={setField.error} />
        </div>
      )}
    </form>
  );
}

function tell(title: string, { field, value }: GoldenValueShape): string {
  if (value === null) return `The ${title} is not known any more.`;
  return `The ${title} is ${field === 'phone' ? showPhone(value) : value} now.`;
}
