import { Outlet, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { StartBusiness } from '../areas/imports/StartBusiness.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Problem } from './ask.ts';
import { BusinessContext, useSession } from './business.ts';
import { Rail } from './Rail.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SignedOut } from './SignedOut.tsx';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** What stands around every page: areas on the left, business and search on top. */
export function Frame() {
  const session = useSession();
  const { business: slug } = useSearch({ from: '__root__' });
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts(() => setHelpOpen(true));

  if (session.error instanceof Problem && session.error.status === 401) return <SignedOut />;
  const businesses = session.data?.businesses ?? [];
  const business = businesses.find((candidate) => candidate.slug === (slug ?? session.data?.defaultBusiness));

  return (
    <BusinessContext value={business}>
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-3 focus:z-50 focus:rounded-inner focus:bg-raised focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <div className="flex min-h-screen max-md:flex-col">
        <Rail onHelp={() => setHelpOpen(true)} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar session={session.data} business={business} />
          <main id="page" tabIndex={-1} className="mx-auto w-full max-w-[1440px] flex-1 px-4 pb-24 pt-5 outline-none md:px-6 md:pb-10">
            {session.isError && <Failure error={session.error} onRetry={() => void session.refetch()} />}
            {session.data !== undefined && business === undefined && <NoBusiness wanted={slug} />}
            {business !== undefined && <Outlet key={business.slug} />}
          </main>
        </div>
      </div>
      <ShortcutSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </BusinessContext>
  );
}

function NoBusiness({ wanted }: { wanted: string | undefined }) {
  if (wanted !== undefined)
    return (
      <Empty title={`No business "${wanted}" of yours`}>
        Choose one of yours at the top left. Perhaps this link was sent by somebody who works in another one.
      </Empty>
    );
  return (
    <Empty title="No business yet" action={<StartBusiness />}>
      Start yours, and drop the exports of your CRM on its Imports page. Or on the command line:{' '}
      <code>npx throughline import exports/ --execute</code> makes one.
    </Empty>
  );
}
