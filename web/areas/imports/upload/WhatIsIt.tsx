import { useId, useState } from 'react';
import type { UploadFileShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { MappingForm } from './MappingForm.tsx';
import { useKinds, useSayWhat } from './use-upload.ts';

/** Asks which report a file is, and if its headers are none we know, which column is which. */
export function WhatIsIt({ uploadId, file, onSaid }: { uploadId: string; file: UploadFileShape; onSaid: () => void }) {
  const id = useId();
  const kinds = useKinds().data?.kinds ?? [];
  const say = useSayWhat(uploadId, file.id);
  const [chosen, setChosen] = useState(file.as ?? file.tables[0]?.kind ?? file.candidates[0] ?? '');
  const [isMapping, setMapping] = useState(false);
  const kind = kinds.find((each) => each.kind === chosen);
  const likely = kinds.filter((each) => file.candidates.includes(each.kind));
  const offered = likely.length > 0 ? likely : kinds;
  const rows = file.head.length > 0 ? file.head : [file.tables[0]?.columns.map(({ header }) => header) ?? []];
  return (
    <div className="mt-3 rounded-inner bg-sunken px-3 py-3 md:ml-8">
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        What is this file?
      </label>
      <div className="flex flex-wrap gap-2">
        <select
          id={id}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          className="h-9 min-w-0 max-w-full rounded-inner border border-line bg-card px-2 text-sm max-md:h-11 max-md:w-full"
        >
          <option value="">Choose a report</option>
          {offered.map(({ kind: name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
        <Button disabled={kind === undefined || say.isPending} onClick={() => say.mutate({ as: chosen }, { onSuccess: onSaid })}>
          It is this one
        </Button>
        {!isMapping && (
          <Button tone="quiet" disabled={kind === undefined} onClick={() => setMapping(true)}>
            Say which column is which …
          </Button>
        )}
      </div>
      {say.isError && (
        <div className="mt-3">
          <Failure error={say.error} />
        </div>
      )}
      {isMapping && kind !== undefined && (
        <MappingForm
          key={kind.kind}
          kind={kind}
          rows={rows}
          isPending={say.isPending}
          onMapping={(mapping) => say.mutate({ mapping }, { onSuccess: onSaid })}
        />
      )}
    </div>
  );
}
