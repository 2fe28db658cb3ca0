import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../ui/Icon.tsx';

const AREAS: { to: '/' | '/customers' | '/questions' | '/review' | '/imports'; name: string; icon: IconName; keys: string }[] = [
  { to: '/', name: 'Overview', icon: 'overview', keys: 'g o' },
  { to: '/customers', name: 'Customers', icon: 'customers', keys: 'g c' },
  { to: '/questions', name: 'Questions', icon: 'questions', keys: 'g q' },
  { to: '/review', name: 'Review', icon: 'review', keys: 'g r' },
  { to: '/imports', name: 'Imports', icon: 'imports', keys: 'g i' },
];

const LINK =
  'flex items-center gap-2.5 rounded-inner text-ink-soft hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-strong max-md:min-h-12 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:text-xs md:h-9 md:px-2.5';

/** The areas: a rail on the left, on phones a bar at the foot. */
export function Rail({ onHelp }: { onHelp: () => void }) {
  return (
    <nav
      aria-label="Areas"
      className="z-20 border-line bg-card max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:px-2 max-md:py-1 md:sticky md:top-0 md:flex md:h-screen md:w-52 md:shrink-0 md:flex-col md:border-r md:p-3"
    >
      <Link to="/" className="mb-4 flex items-center gap-2.5 px-1.5 py-1 font-semibold max-md:hidden">
        <img src="/favicon.svg" alt="" className="size-6" />
        Throughline
      </Link>
      <ul className="flex gap-0.5 md:flex-col">
        {AREAS.map((area) => (
          <li key={area.to} className="max-md:flex max-md:flex-1">
            <Link
              to={area.to}
              activeOptions={{ exact: area.to === '/', includeSearch: false }}
              className={LINK}
              title={`${area.name} (${area.keys})`}
            >
              <Icon name={area.icon} />
              {area.name}
            </Link>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={onHelp}
        className="mt-auto flex h-9 items-center gap-2.5 rounded-inner px-2.5 text-muted hover:bg-sunken max-md:hidden"
      >
        <Icon name="keyboard" />
        Shortcuts
        <kbd className="ml-auto rounded border border-line px-1.5 text-xs">?</kbd>
      </button>
    </nav>
  );
}
