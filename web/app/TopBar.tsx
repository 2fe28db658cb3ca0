import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import type { BusinessShape, SessionShape } from '../../contract/session.ts';
import { Icon } from '../ui/Icon.tsx';
import { ask } from './ask.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** Business, search, theme and sign-out. */
export function TopBar({ session, business }: { session: SessionShape | undefined; business: BusinessShape | undefined }) {
  return (
    <header className="sticky top-0 z-10 flex h-14 items-center gap-2 border-b border-line bg-card px-4 md:gap-3 md:px-6">
      <BusinessChoice businesses={session?.businesses ?? []} business={business} />
      <SearchField />
      <span className="ml-auto md:hidden" />
      <ThemeSwitch />
      <button
        type="button"
        onClick={signOut}
        title={session === undefined ? 'Sign out' : `Sign out ${session.member.name}`}
        className="grid size-9 shrink-0 place-items-center rounded-inner text-muted hover:bg-sunken"
      >
        <Icon name="sign-out" label="Sign out" />
      </button>
    </header>
  );
}

function BusinessChoice({ businesses, business }: { businesses: readonly BusinessShape[]; business: BusinessShape | undefined }) {
  const navigate = useNavigate();
  return (
    <div className="flex min-w-0 items-center gap-2">
      {businesses.length > 1 ? (
        <select
          aria-label="Business"
          value={business?.slug ?? ''}
          onChange={(event) => void navigate({ to: '/', search: { business: event.target.value } })}
          className="h-9 max-w-44 truncate rounded-inner border border-line bg-card px-2 font-medium max-md:max-w-32"
        >
          {business === undefined && <option value="">Choose …</option>}
          {businesses.map((each) => (
            <option key={each.slug} value={each.slug}>
              {each.name}
            </option>
          ))}
        </select>
      ) : (
        <span className="truncate font-medium">{business?.name ?? ''}</span>
      )}
      {business?.isSample === true && (
        <span
          title="An invented company. Import files of your own, and a business of your own is made beside it."
          className="shrink-0 rounded-full bg-watch-soft px-2 py-0.5 text-xs font-medium text-watch"
        >
          Sample
        </span>
      )}
    </div>
  );
}

function SearchField() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const search = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void navigate({ to: '/customers', search: text.trim() === '' ? {} : { search: text.trim() } });
    setText('');
  };
  return (
    // On phones the customers' page, one tap away, has the field.
    <search className="ml-auto max-w-80 flex-1 max-md:hidden">
      <form
        onSubmit={search}
        className="flex h-9 min-w-0 items-center gap-2 rounded-inner border border-line bg-paper px-2.5 focus-within:border-line-strong"
      >
        <Icon name="search" />
        <input
          data-search
          value={text}
          onChange={(event) => setText(event.target.value)}
          type="search"
          placeholder="Find a customer"
          aria-label="Find a customer by name, e-mail, phone or quote number"
          className="w-full min-w-0 bg-transparent outline-none placeholder:text-muted"
        />
        <kbd className="rounded border border-line px-1.5 text-xs text-muted">/</kbd>
      </form>
    </search>
  );
}

async function signOut() {
  await ask('/sign-out', { change: {} }).catch(() => {});
  window.location.assign('/');
}
