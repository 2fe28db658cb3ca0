import type { UploadShape } from '../../../../contract/uploads.ts';
import { Icon } from '../../../ui/Icon.tsx';

const STEPS = ['Files', 'Columns', 'Problems', 'Review', 'Done'] as const;

/** Where an import stands. Steps at which nothing has to be asked are passed by themselves. */
export function Stepper({ upload, isSending }: { upload: UploadShape; isSending: boolean }) {
  const current = currentStep(upload, isSending);
  return (
    <ol aria-label="Steps of the import" className="mb-5 flex flex-wrap gap-x-1 gap-y-2 text-sm">
      {STEPS.map((step, index) => {
        const isPast = index < current || upload.state === 'done';
        const isCurrent = index === current && upload.state !== 'done';
        return (
          <li key={step} aria-current={isCurrent ? 'step' : undefined} className="flex items-center gap-1">
            {index > 0 && <span aria-hidden className="mx-1 h-px w-5 bg-line max-md:hidden" />}
            <span
              className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 ${isCurrent ? 'bg-accent-soft font-medium text-accent-strong' : isPast ? 'text-ink-soft' : 'text-muted'}`}
            >
              {isPast ? <Icon name="check" label="done" className="!size-4 text-good" /> : <span className="figures">{index + 1}</span>}
              {step}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function currentStep(upload: UploadShape, isSending: boolean): number {
  if (upload.state === 'done') return 4;
  if (upload.state === 'checked' || upload.state === 'importing') return 3;
  if (upload.state === 'checking') return 2;
  if (isSending || upload.files.length === 0) return 0;
  return upload.files.some((file) => file.problems.length > 0) ? 1 : 0;
}
