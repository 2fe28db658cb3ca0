import { type SubmitEvent, useState } from 'react';
import type { QuestionShape } from '../../../contract/questions.ts';
import { Button } from '../../ui/Button.tsx';
import { showName } from '../../ui/show-values.ts';
import { ParameterField } from './ParameterField.tsx';
import { useChoices } from './use-questions.ts';

/** The parameters of a question as a form. Nothing is asked until it is sent; what was asked stands in the address. */
export function ParameterForm({
  parameters,
  values,
  onAsk,
}: {
  parameters: QuestionShape['parameters'];
  values: Record<string, string>;
  onAsk: (values: Record<string, string>) => void;
}) {
  const choices = useChoices();
  const [draft, setDraft] = useState(values);
  const send = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onAsk(Object.fromEntries(Object.entries(draft).filter(([, value]) => value.trim() !== '')));
  };
  // On a phone the answer comes first; what must be filled in stands open everywhere.
  const [isOpen, setOpen] = useState(
    () =>
      window.matchMedia('(min-width: 768px)').matches ||
      parameters.some((each) => each.required === true && values[each.name] === undefined),
  );
  const isSet = Object.keys(values).length > 0;
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="mb-4 rounded-card border border-line bg-card p-4 max-md:py-2"
    >
      <summary className="text-sm font-medium text-accent max-md:py-2 md:mb-3">
        Parameters{isSet && <span className="font-normal text-muted"> · {Object.values(values).join(' · ')}</span>}
      </summary>
      <form onSubmit={send} aria-label="Parameters">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-3">
          {parameters.map((parameter) => (
            <ParameterField
              key={parameter.name}
              parameter={parameter}
              choices={choices.data}
              value={draft[parameter.name] ?? ''}
              onChange={(value) => setDraft((before) => ({ ...before, [parameter.name]: value }))}
            />
          ))}
        </div>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Button tone="main" type="submit" className="max-md:h-11">
            Ask
          </Button>
          {isSet && (
            <Button tone="quiet" onClick={() => onAsk({})} className="max-md:h-11">
              Clear
            </Button>
          )}
          <details className="ml-auto text-sm max-md:ml-0 max-md:w-full">
            <summary className="w-fit py-1 text-accent">What these mean</summary>
            <dl className="mt-2 grid max-w-2xl grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
              {parameters.map((parameter) => (
                <div key={parameter.name} className="contents">
                  <dt className="text-muted">{showName(parameter.name)}</dt>
                  <dd>{parameter.meaning}</dd>
                </div>
              ))}
            </dl>
          </details>
        </div>
      </form>
    </details>
  );
}
