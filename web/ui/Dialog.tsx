import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './Icon.tsx';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** `side` slides in from the right and is as high as the window; `wide-side` has room for a table. */
  place?: 'centre' | 'side' | 'wide-side';
}

const SIDE = 'my-0 ml-auto mr-0 h-dvh max-h-none max-w-none border-l animate-[slide-in_.15s_ease-out]';
const PLACES = {
  centre: 'm-auto w-[min(36rem,calc(100vw-2rem))] max-h-[calc(100dvh-4rem)] rounded-card border',
  side: `${SIDE} w-[min(30rem,100vw)]`,
  'wide-side': `${SIDE} w-[min(56rem,100vw)]`,
};

/** The browser's own modal dialog: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ isOpen, onClose, title, children, place = 'centre' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (isOpen && element.current?.open === false) element.current.showModal();
    if (!isOpen && element.current?.open === true) element.current.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop closes; the keyboard has Escape, which the dialog handles itself.
    <dialog
      ref={element}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === element.current && onClose()}
      className={`border-line bg-raised p-0 shadow-float ${PLACES[place]}`}
    >
      {isOpen && (
        <div className="flex min-h-full flex-col">
          <header className="sticky top-0 flex items-start gap-4 border-b border-line bg-raised px-5 py-3.5">
            <h2 id={titleId} className="min-w-0 flex-1 text-lg font-semibold">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              className="-mr-2 grid size-8 shrink-0 place-items-center rounded-inner text-muted hover:bg-sunken"
            >
              <Icon name="close" label="Close" />
            </button>
          </header>
          <div className="flex-1 px-5 py-4">{children}</div>
        </div>
      )}
    </dialog>
  );
}
