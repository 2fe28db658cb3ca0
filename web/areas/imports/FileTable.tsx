import type { FileAccountShape } from '../../../contract/imports.ts';
import { showCount, showName } from '../../ui/show-values.ts';

const PARTS = ['created', 'updated', 'same', 'skipped', 'quarantined'] as const;

type Account = Omit<FileAccountShape, 'state'>;

/** The account of each file: rows = created + updated + same + skipped + quarantined. */
export function FileTable({ files, isUndone = false }: { files: readonly Account[]; isUndone?: boolean }) {
  return (
    <table className={`w-full text-sm max-md:block ${isUndone ? 'opacity-60' : ''}`}>
      <caption className="sr-only">What became of the rows of each file</caption>
      <thead className="text-right text-xs text-muted max-md:sr-only">
        <tr className="h-8 border-y border-line *:px-2 *:font-medium">
          <th scope="col" className="!pl-4 text-left">
            File
          </th>
          <th scope="col">Rows</th>
          <th scope="col" aria-hidden className="!px-0" />
          <th scope="col">Created</th>
          <th scope="col">Updated</th>
          <th scope="col">Same</th>
          <th scope="col">Skipped</th>
          <th scope="col" className="!pr-4">
            Quarantined
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {files.map((file) => (
          <tr
            key={`${file.name} ${file.kind}`}
            className="border-b border-line text-right align-top last:border-0 max-md:block max-md:px-4 max-md:py-3 max-md:text-left md:*:px-2 md:*:py-2"
          >
            <th scope="row" className="max-w-96 break-words text-left font-normal max-md:block md:!pl-4">
              {file.name}
              <span className="block text-xs text-muted">{showName(file.kind)}</span>
            </th>
            <td className="font-medium max-md:mr-4 max-md:inline-block max-md:pt-1">
              <span className="mr-1 font-normal text-muted md:hidden">rows</span>
              {showCount(file.rows)}
            </td>
            <td aria-hidden className="text-muted max-md:hidden md:!px-0">
              =
            </td>
            {PARTS.map((part) => (
              <td
                key={part}
                className={`${part === 'quarantined' ? 'md:!pr-4' : ''} ${file[part] === 0 ? 'text-muted max-md:hidden' : 'max-md:mr-4 max-md:inline-block max-md:pt-1'}`}
              >
                <span className="mr-1 text-muted md:hidden">{part}</span>
                <Part part={part} file={file} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({ part, file }: { part: (typeof PARTS)[number]; file: Account }) {
  const why = part === 'skipped' ? file.skippedBy : part === 'quarantined' ? file.quarantinedBy : {};
  const reasons = Object.entries(why).filter(([, rows]) => rows > 0);
  return (
    <span className={part === 'quarantined' && file.quarantined > 0 ? 'font-medium text-watch' : ''}>
      {showCount(file[part])}
      {reasons.length > 0 && (
        <span className="ml-auto block max-w-72 text-xs font-normal text-muted max-md:ml-2 max-md:inline">
          {reasons.map(([reason, rows], index) => (
            <span key={reason} className="inline-block whitespace-nowrap pl-1.5">
              {reason.replaceAll('_', ' ')} {showCount(rows)}
              {index < reasons.length - 1 ? ',' : ''}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
