import { Dialog } from '../ui/Dialog.tsx';
import { JUMPS } from './use-shortcuts.ts';

const KEYS: [string[], string][] = [
  [['/'], 'Find a customer'],
  ...Object.entries(JUMPS).map(([letter, jump]): [string[], string] => [['g', letter], `Go to ${jump.name}`]),
  [['Esc'], 'Close what is open'],
  [['?'], 'Show these shortcuts'],
];

export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Shortcuts">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2.5">
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="min-w-6 rounded border border-line bg-sunken px-1.5 text-center text-sm">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
