import { Link, useParams } from '@tanstack/react-router';
import { Problem } from '../../../app/ask.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DropArea } from './DropArea.tsx';
import { FileList } from './FileList.tsx';
import { Result } from './Result.tsx';
import { Review } from './Review.tsx';
import { Running } from './Running.tsx';
import { useSending } from './send-queue.ts';
import { Stepper } from './Stepper.tsx';
import { Stopped } from './Stopped.tsx';
import { isAtWork, useSendFiles, useUpload } from './use-upload.ts';

/** One import from its first file to its result; whoever leaves the page finds it as it stands. */
export function UploadPage() {
  const { uploadId } = useParams({ from: '/imports/uploads/$uploadId' });
  const upload = useUpload(uploadId);
  const sending = useSending(uploadId);
  const send = useSendFiles();
  if (upload.error instanceof Problem && upload.error.status === 404) return <Gone message={upload.error.message} />;
  const isOpen = upload.data !== undefined && !isAtWork(upload.data) && upload.data.state !== 'done';
  const isSending = sending.some((file) => file.error === undefined);
  return (
    <DropArea onFiles={(files) => send(uploadId, files)} isOff={!isOpen}>
      <PageHead title="Import files">Nothing is written before you have seen what will happen.</PageHead>
      {upload.isPending && <Skeleton lines={8} />}
      {upload.isError && <Failure error={upload.error} onRetry={() => void upload.refetch()} />}
      {upload.data !== undefined && (
        <>
          <Stepper upload={upload.data} isSending={isSending} />
          <div className="grid gap-4">
            {isAtWork(upload.data) && <Running upload={upload.data} />}
            {isOpen && upload.data.failure !== null && <Stopped upload={upload.data} failure={upload.data.failure} />}
            {upload.data.state === 'checked' && upload.data.report !== null && <Review upload={upload.data} report={upload.data.report} />}
            {upload.data.state === 'done' && upload.data.report !== null && <Result report={upload.data.report} />}
            {upload.data.state !== 'done' && <FileList upload={upload.data} sending={sending} isOpen={isOpen} />}
          </div>
        </>
      )}
    </DropArea>
  );
}

function Gone({ message }: { message: string }) {
  return (
    <>
      <PageHead title="Import files" />
      <Empty
        title="These files are not here any more"
        action={
          <Link to="/imports" className="font-medium text-accent underline">
            To the imports
          </Link>
        }
      >
        {message}
      </Empty>
    </>
  );
}
