import { useEffect, useEffectEvent } from 'react';
import { isForPage } from '../../app/use-shortcuts.ts';

/** Calls `onKey` with the letter pressed, unless it is typed into a field or a dialog is open. */
export function useAnswerKeys(onKey: (key: string) => boolean): void {
  const press = useEffectEvent(onKey);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isForPage(event) || event.repeat) return;
      if (press(event.key.toLowerCase())) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
