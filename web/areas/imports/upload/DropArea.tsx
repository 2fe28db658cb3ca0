import { type ReactNode, useRef } from 'react';
import { useDropzone } from 'react-dropzone';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';

/** The whole page takes files and folders that are dropped on it, and says so while they hover. */
export function DropArea({ onFiles, isOff = false, children }: { onFiles: (files: File[]) => void; isOff?: boolean; children: ReactNode }) {
  const { getRootProps, isDragActive } = useDropzone({
    onDrop: (files) => files.length > 0 && onFiles(files),
    noClick: true,
    noKeyboard: true,
    disabled: isOff,
  });
  return (
    <div {...getRootProps({ role: undefined, tabIndex: undefined })} className="min-h-[70vh]">
      {children}
      {isDragActive && (
        <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-card border-2 border-dashed border-accent bg-accent-soft/90">
          <p className="text-xl font-semibold text-accent-strong">Drop files or a folder to import them</p>
        </div>
      )}
    </div>
  );
}

/** Opens the browser's own choice of files, or of a folder. */
export function ChooseFiles({
  onFiles,
  text,
  tone = 'main',
  isFolder = false,
  disabled = false,
}: {
  onFiles: (files: File[]) => void;
  text: string;
  tone?: 'main' | 'plain';
  isFolder?: boolean;
  disabled?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text}
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file chosen again after it was left out is a change too.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button tone={tone} disabled={disabled} onClick={() => input.current?.click()} className="max-md:h-11">
        <Icon name={isFolder ? 'folder' : 'imports'} />
        {text}
      </Button>
    </>
  );
}
