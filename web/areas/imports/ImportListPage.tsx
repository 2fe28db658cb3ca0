import { useBusiness } from '../../app/business.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ImportCard } from './ImportCard.tsx';
import { OpenUploads } from './OpenUploads.tsx';
import { StartBusiness } from './StartBusiness.tsx';
import { ChooseFiles, DropArea } from './upload/DropArea.tsx';
import { useBeginUpload, useMayImport } from './upload/use-upload.ts';
import { useImports } from './use-imports.ts';

/** Every import with the account of its files and the way back; files dropped here begin another one. */
export function ImportListPage() {
  const imports = useImports();
  const mayImport = useMayImport();
  const begin = useBeginUpload();
  const { isSample } = useBusiness();
  const onFiles = (files: File[]) => begin.mutate(files);
  const buttons = mayImport && (
    <div className="flex flex-wrap gap-2">
      <ChooseFiles text="Import files" onFiles={onFiles} disabled={begin.isPending} />
      <ChooseFiles text="Import a folder" tone="plain" isFolder onFiles={onFiles} disabled={begin.isPending} />
    </div>
  );
  return (
    <DropArea onFiles={onFiles} isOff={!mayImport}>
      <PageHead title="Imports" action={buttons}>
        Every row of every file is accounted for, and each import can be undone.
      </PageHead>
      {begin.isError && <Failure error={begin.error} />}
      {isSample && mayImport && (
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3 rounded-inner bg-watch-soft px-4 py-2.5 text-sm">
          <p className="min-w-60 flex-1">
            This is the sample business: what you import here joins invented rows. Your own files belong into a business of your own.
          </p>
          <StartBusiness />
        </div>
      )}
      <OpenUploads />
      {imports.isPending && <Skeleton lines={8} />}
      {imports.isError && <Failure error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.data?.imports.length === 0 && (
        <Empty title="Nothing imported yet" action={buttons}>
          Drop your CRM's exports anywhere on this page, one file or a whole folder: CSV, Excel, Parquet or JSON lines, in any order. You
          see what would happen before anything is written. Or on the command line: <code>npx throughline import exports/</code>
        </Empty>
      )}
      <div className="grid gap-4">
        {imports.data?.imports.map((each) => (
          <ImportCard key={each.batch} batch={each} />
        ))}
      </div>
    </DropArea>
  );
}
