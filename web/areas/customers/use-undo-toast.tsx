import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Toast } from '../../ui/Toast.tsx';

/** What was done, in words, and the way back; without one there is none. */
export interface Done {
  text: string;
  undo?: (() => Promise<unknown>) | undefined;
}

/** Shows what was just done for ten seconds, with one button that takes it back. */
export function useUndoToast(): { toast: ReactNode; tell: (done: Done) => void } {
  const [shown, setShown] = useState<(Done & { key: number }) | null>(null);
  const [isBusy, setBusy] = useState(false);
  const tell = (done: Done): void => setShown({ ...done, key: Date.now() });
  const undo = async (back: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await back();
      tell({ text: 'Taken back.' });
    } catch (error) {
      tell({ text: error instanceof Error ? error.message : 'It could not be taken back.' });
    } finally {
      setBusy(false);
    }
  };
  const back = shown?.undo;
  const toast = shown !== null && (
    <Toast key={shown.key} onGone={() => setShown(null)}>
      <span className="min-w-0">{shown.text}</span>
      {back !== undefined && (
        <Button tone="quiet" disabled={isBusy} onClick={() => void undo(back)} className="h-8">
          {isBusy ? 'Undoing …' : 'Undo'}
        </Button>
      )}
    </Toast>
  );
  return { toast, tell };
}
