import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ImportCard } from './ImportCard.tsx';
import { useImports } from './use-imports.ts';

/** Every import with the account of its files, and the way back. */
export function ImportListPage() {
  const imports = useImports();
  return (
    <>
      <PageHead title="Imports">Every row of every file is accounted for, and each import can be undone.</PageHead>
      {imports.isPending && <Skeleton lines={8} />}
      {imports.isError && <Failure error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.data?.imports.length === 0 && (
        <Empty title="Nothing imported yet" command="npx throughline import exports/ --execute">
          Give it the folder with your CRM's exports: CSV, Excel, Parquet or JSON lines, in any order. Without <code>--execute</code> it
          shows what it would do.
        </Empty>
      )}
      <div className="grid gap-4">
        {imports.data?.imports.map((each) => (
          <ImportCard key={each.batch} batch={each} />
        ))}
      </div>
    </>
  );
}
