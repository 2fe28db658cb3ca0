import { useState } from 'react';
import type { UploadShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { UndoDialog } from '../UndoDialog.tsx';
import { useUploadAct } from './use-upload.ts';

/** A check or import that ended early: why, and the two ways on. */
export function Stopped({ upload, failure }: { upload: UploadShape; failure: NonNullable<UploadShape['failure']> }) {
  const act = useUploadAct(upload.id);
  const [isUndoing, setUndoing] = useState(false);
  const { batch } = upload;
  return (
    <section role="alert" aria-label="It did not end well" className="rounded-card border border-watch/40 bg-watch-soft px-4 py-3">
      <p className="text-ink">{failure.message}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button tone="main" disabled={act.isPending} onClick={() => act.mutate(batch === null ? 'check' : 'execute')}>
          {batch === null ? 'Check again' : `Go on with import ${batch}`}
        </Button>
        {batch !== null && <Button onClick={() => setUndoing(true)}>Undo what is in …</Button>}
      </div>
      {act.isError && (
        <div className="mt-3">
          <Failure error={act.error} />
        </div>
      )}
      {batch !== null && <UndoDialog batch={batch} isOpen={isUndoing} onClose={() => setUndoing(false)} />}
    </section>
  );
}
