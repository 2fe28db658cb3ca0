import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { UploadShape } from '../../../../contract/uploads.ts';
import { Bar } from '../../../ui/Bar.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { counted, showBytes } from '../../../ui/show-values.ts';
import { ChooseFiles } from './DropArea.tsx';
import { FileCard } from './FileCard.tsx';
import { forgetFile, type Sending } from './send-queue.ts';
import { useLeaveOut, useSendFiles, useThrowAway, useUploadAct } from './use-upload.ts';

interface FileListProps {
  upload: UploadShape;
  sending: readonly Sending[];
  /** Whether files may come and go. */
  isOpen: boolean;
}

/** The files of the import: on their way, recognised, or with what has to be said about them. */
export function FileList({ upload, sending, isOpen }: FileListProps) {
  const leaveOut = useLeaveOut(upload.id);
  const send = useSendFiles();
  const count = upload.files.length + sending.length;
  const unknown = upload.files.filter((file) => file.tables.length === 0).length;
  const onFiles = (files: File[]) => send(upload.id, files);
  return (
    <Card
      title={count === 0 ? 'No files yet' : counted(count, 'file')}
      hint={hintOf(upload, unknown)}
      className="!p-0 [&>header]:m-0 [&>header]:flex-wrap [&>header]:px-4 [&>header]:py-3"
      aside={
        isOpen && (
          <div className="flex flex-wrap gap-2">
            <ChooseFiles tone="plain" text="Add files" onFiles={onFiles} />
            <ChooseFiles tone="plain" text="Add a folder" isFolder onFiles={onFiles} />
          </div>
        )
      }
    >
      {leaveOut.isError && <Failure error={leaveOut.error} />}
      <ul className="border-t border-line">
        {upload.files.map((file) => (
          <FileCard key={file.id} uploadId={upload.id} file={file} onLeaveOut={isOpen ? () => leaveOut.mutate(file.id) : undefined} />
        ))}
        {sending.map((file) => (
          <OnItsWay key={file.key} uploadId={upload.id} file={file} />
        ))}
      </ul>
      {isOpen && <Actions upload={upload} isSending={sending.some((file) => file.error === undefined)} unknown={unknown} />}
    </Card>
  );
}

function hintOf(upload: UploadShape, unknown: number): string {
  if (upload.files.length === 0)
    return 'Drop the exports of your CRM anywhere on this page: CSV, Excel, Parquet or JSON lines, in any order.';
  if (unknown > 0)
    return `${counted(unknown, 'file')} could not be recognised: say what ${unknown === 1 ? 'it is' : 'they are'}, or leave ${unknown === 1 ? 'it' : 'them'} out.`;
  return 'Each was recognised by its headers. Parents are loaded before children, whatever the order here.';
}

function OnItsWay({ uploadId, file }: { uploadId: string; file: Sending }) {
  const share = file.bytes === 0 ? 1 : file.sent / file.bytes;
  return (
    <li className="border-b border-line px-4 py-3 last:border-0" aria-label={file.name}>
      <div className="flex items-start gap-3">
        <Icon name="file" className="mt-0.5 text-muted" />
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">{file.name}</p>
          {file.error === undefined ? (
            <>
              <p className="figures mb-1.5 text-sm text-muted">
                {share < 1 ? `${showBytes(file.sent)} of ${showBytes(file.bytes)} sent` : 'Looking at it …'}
              </p>
              <Bar share={share} />
            </>
          ) : (
            <div className="mt-2">
              <Failure error={file.error} onRetry={file.again} />
            </div>
          )}
        </div>
        {file.error !== undefined && (
          <Button tone="quiet" className="!h-8 !px-2" aria-label={`Leave out ${file.name}`} onClick={() => forgetFile(uploadId, file.key)}>
            <Icon name="close" />
          </Button>
        )}
      </div>
    </li>
  );
}

/** With nothing to ask, the check begins by itself: it writes nothing. */
function Actions({ upload, isSending, unknown }: { upload: UploadShape; isSending: boolean; unknown: number }) {
  const act = useUploadAct(upload.id);
  const throwAway = useThrowAway(upload.id);
  const navigate = useNavigate();
  const known = upload.files.length - unknown;
  const isReady = known > 0 && !isSending && upload.state === 'open';
  const check = useEffectEvent(() => act.mutate('check'));
  const goesByItself = isReady && unknown === 0 && upload.failure === null && act.isIdle;
  useEffect(() => {
    if (goesByItself) check();
  }, [goesByItself]);
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-3">
      {upload.state === 'open' && upload.failure === null && (
        <Button tone="main" disabled={!isReady || act.isPending} onClick={() => act.mutate('check')} className="max-md:h-11">
          {unknown > 0 && known > 0 ? `Check ${counted(known, 'file')} without the other ${unknown}` : 'Check what would happen'}
        </Button>
      )}
      <Button
        tone="quiet"
        disabled={throwAway.isPending}
        onClick={() => throwAway.mutate(undefined, { onSuccess: () => void navigate({ to: '/imports' }) })}
      >
        Throw these files away
      </Button>
      {act.isError && <Failure error={act.error} />}
    </div>
  );
}
