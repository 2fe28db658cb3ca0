import { useState } from 'react';
import type { UploadFileShape } from '../../../../contract/uploads.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { counted, showBytes } from '../../../ui/show-values.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { WhatIsIt } from './WhatIsIt.tsx';

interface FileCardProps {
  uploadId: string;
  file: UploadFileShape;
  /** Absent while files are read: then nothing can be changed. */
  onLeaveOut: (() => void) | undefined;
}

/** One file: what it was recognised as, which of its columns are read, or what has to be said about it. */
export function FileCard({ uploadId, file, onLeaveOut }: FileCardProps) {
  const [isCorrecting, setCorrecting] = useState(false);
  const isKnown = file.tables.length > 0;
  const mayChange = onLeaveOut !== undefined;
  return (
    <li className="border-b border-line px-4 py-3 last:border-0" aria-label={file.name}>
      <div className="flex items-start gap-3">
        <Icon name={isKnown ? 'file' : 'warning'} className={`mt-0.5 ${isKnown ? 'text-muted' : 'text-watch'}`} />
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">
            {file.name} <span className="figures font-normal text-muted">{showBytes(file.bytes)}</span>
          </p>
          {file.tables.map((table) => (
            <p key={table.name} className="text-sm text-muted">
              <span className="text-ink-soft">{table.title}</span>
              {file.tables.length > 1 ? ` (${table.name})` : ''} · {columnsRead(table)}
            </p>
          ))}
          {!isKnown && file.problems.map((problem) => <Trouble key={problem.code + problem.name} {...problem} />)}
        </div>
        {mayChange && (
          <Button tone="quiet" onClick={onLeaveOut} className="!h-8 !px-2" aria-label={`Leave out ${file.name}`} title="Leave it out">
            <Icon name="close" />
          </Button>
        )}
      </div>
      {file.tables.map((table) => (
        <details key={table.name} className="mt-2 md:ml-8">
          <summary className="w-fit text-sm text-accent">Columns</summary>
          <ColumnTable table={table} />
          {mayChange && !isCorrecting && (
            <Button tone="quiet" className="mt-1 !h-8" onClick={() => setCorrecting(true)}>
              It is another report …
            </Button>
          )}
        </details>
      ))}
      {mayChange && (isCorrecting || (!isKnown && canBeSaid(file))) && (
        <WhatIsIt uploadId={uploadId} file={file} onSaid={() => setCorrecting(false)} />
      )}
    </li>
  );
}

/** The name stands above already, and what is said to the command line is not said here. */
function Trouble({ name, message }: { name: string; message: string }) {
  const words = message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
  return <p className="mt-0.5 text-sm text-watch first-letter:uppercase">{words.replace(/ \(on the command line[^)]*\)/g, '')}</p>;
}

/** A PDF or a locked workbook is not cured by saying which report it is. */
function canBeSaid(file: UploadFileShape): boolean {
  return file.problems.some(({ code }) => code === 'unrecognised_file' || code === 'ambiguous_file');
}

function columnsRead(table: UploadFileShape['tables'][number]): string {
  const unread = table.columns.filter(({ header, column }) => column === null && header !== '');
  const read = counted(table.columns.length - unread.length, 'column');
  if (unread.length === 0) return `${read} read`;
  return `${read} read, ${unread.length} ignored: ${unread.map(({ header }) => header).join(', ')}`;
}
