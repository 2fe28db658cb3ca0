import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

/** Letters after g; shown by the shortcut sheet too. */
export const JUMPS: Record<string, { to: '/' | '/customers' | '/questions' | '/review' | '/imports'; name: string }> = {
  o: { to: '/', name: 'Overview' },
  c: { to: '/customers', name: 'Customers' },
  q: { to: '/questions', name: 'Questions' },
  r: { to: '/review', name: 'Review' },
  i: { to: '/imports', name: 'Imports' },
};

const JUMP_MS = 1200;

/** The keys that work on every page: / searches, g and a letter jumps, ? explains. */
export function useShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  const press = useEffectEvent((event: KeyboardEvent, sinceG: number) => {
    const jump = JUMPS[event.key];
    if (sinceG < JUMP_MS && jump !== undefined) void navigate({ to: jump.to });
    else if (event.key === '/') focusSearch();
    else if (event.key === '?') onHelp();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    let pressedG = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      press(event, event.timeStamp - pressedG);
      pressedG = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** A page's own search field comes before the one in the top bar. */
function focusSearch(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')];
  (fields.find((field) => field.closest('main') !== null) ?? fields[0])?.focus();
}

/** Whether a key is meant for the page: not typed into a field, no dialog open, no Ctrl, Alt or Command. */
export function isForPage(event: KeyboardEvent): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return isPlain && !isTyping(event.target) && document.querySelector('dialog[open]') === null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
