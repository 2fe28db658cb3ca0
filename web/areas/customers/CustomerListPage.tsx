import { useSearch } from '@tanstack/react-router';
import { useTypedSearch } from '../../app/use-typed-search.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CustomerTable } from './CustomerTable.tsx';
import { useCustomers } from './use-customers.ts';

/** Everybody the business knows, each person once. */
export function CustomerListPage() {
  const { search = '' } = useSearch({ from: '/customers' });
  const list = useCustomers(search);
  const customers = list.data?.pages.flatMap((page) => page.customers) ?? [];
  return (
    <>
      <PageHead title="Customers">Everybody you know, each person once, however many rows name them.</PageHead>
      <CustomerSearch search={search} />
      {list.isPending && <Skeleton lines={10} />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess &&
        customers.length === 0 &&
        (search === '' ? (
          <NoCustomers />
        ) : (
          <Empty title={`Nobody matches "${search}"`}>
            Try a part of the name, the e-mail or the last digits of the phone, or a quote number.
          </Empty>
        ))}
      {customers.length > 0 && (
        <div className={list.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
          <CustomerTable customers={customers} />
        </div>
      )}
      {list.hasNextPage && (
        <div className="mt-4 text-center">
          <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
            {list.isFetchingNextPage ? 'Reading …' : 'Show more'}
          </Button>
        </div>
      )}
    </>
  );
}

/** Searches while one types; the address keeps what is searched for. */
function CustomerSearch({ search }: { search: string }) {
  const [text, setText] = useTypedSearch('/customers', search);
  return (
    <div className="mb-4 flex h-10 max-w-xl items-center gap-2 rounded-inner border border-line bg-card px-3 focus-within:border-line-strong">
      <Icon name="search" className="text-muted" />
      <input
        data-search
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="Name, e-mail, phone or quote number"
        aria-label="Search customers"
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-muted"
      />
    </div>
  );
}

function NoCustomers() {
  return (
    <Empty title="No customers yet" command="npx throughline journey build --execute">
      People are found in the rows that name them. Import a folder of exports, then let the journey be built.
    </Empty>
  );
}
