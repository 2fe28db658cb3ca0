import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { BatchQuarantineShape } from '../../../../contract/quarantine.ts';
import { useBusiness } from '../../../app/business.ts';
import { Card } from '../../../ui/Card.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { counted } from '../../../ui/show-values.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Toast } from '../../../ui/Toast.tsx';
import { CureCard } from './CureCard.tsx';
import { GroupRows } from './GroupRows.tsx';
import { useQuarantine } from './use-quarantine.ts';

/** The rows of one import that could not be loaded, by what cures them. */
export function QuarantinePage() {
  const batch = Number(useParams({ from: '/imports/$batch/quarantine' }).batch);
  const quarantine = useQuarantine(batch);
  const [told, setTold] = useState('');
  return (
    <>
      <PageHead
        title={`Quarantine of import ${batch}`}
        action={
          <Link to="/imports" className="text-sm font-medium text-accent underline">
            All imports
          </Link>
        }
      >
        Rows that could not be loaded, whole, by what cures them. What you do here is an import of its own and can be undone.
      </PageHead>
      {quarantine.isPending && <Skeleton lines={6} />}
      {quarantine.isError && <Failure error={quarantine.error} onRetry={() => void quarantine.refetch()} />}
      {quarantine.data !== undefined && <Waiting quarantine={quarantine.data} onTold={setTold} />}
      {told !== '' && (
        <Toast key={told} onGone={() => setTold('')}>
          {told}
          <Link to="/imports" className="font-medium text-accent underline">
            Undo under Imports
          </Link>
        </Toast>
      )}
    </>
  );
}

function Waiting({ quarantine, onTold }: { quarantine: BatchQuarantineShape; onTold: (text: string) => void }) {
  const { batch, open, elsewhere, groups, files } = quarantine;
  const also =
    elsewhere === 0 ? null : (
      <p className="text-sm text-muted">
        {counted(elsewhere, 'more row')} of this import {elsewhere === 1 ? 'waits' : 'wait'} already under an earlier import of the same
        rows: cured there, they are cured here.
      </p>
    );
  if (open === 0)
    return (
      <>
        <Empty
          title="Nothing waits here"
          action={
            <Link to="/imports" className="font-medium text-accent underline">
              To the imports
            </Link>
          }
        >
          Every row of import {batch} was loaded, cured, skipped on purpose or undone. Rows that cannot be read would stand here, each with
          its line and what cures it.
        </Empty>
        {also}
      </>
    );
  return (
    <div className="grid gap-4">
      <Card
        title={`${counted(open, 'row')} to cure`}
        hint="Say once what a value means, or correct single rows. Or take the rows away as a file, correct it, and import it."
        aside={<Downloads batch={batch} files={files} />}
        className="max-lg:[&>header]:flex-wrap"
      >
        <ul className="-mx-4 -mb-4 border-t border-line">
          {groups.map((group) => (
            <CureCard
              key={`${group.kind} ${group.code} ${group.column} ${group.value}`}
              group={group}
              verb={`Read ${group.rows === 1 ? 'it' : `all ${group.rows}`} so`}
              replay
              onCured={() => onTold('The rows were read again.')}
            >
              <GroupRows batch={batch} group={group} onCorrected={(line) => onTold(`Line ${line} is in.`)} />
            </CureCard>
          ))}
        </ul>
      </Card>
      {also}
    </div>
  );
}

function Downloads({ batch, files }: { batch: number; files: BatchQuarantineShape['files'] }) {
  const { slug } = useBusiness();
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={`/api/v1/imports/${batch}/quarantine/download?${new URLSearchParams({ file: file.id, business: slug })}`}
            download
            className="inline-flex items-center gap-1.5 font-medium text-accent underline"
          >
            <Icon name="file" />
            {counted(file.rows, 'row')} of {file.name} as a file
          </a>
        </li>
      ))}
    </ul>
  );
}
