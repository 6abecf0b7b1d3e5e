/** Opens the file dialog of the system. Every file can be chosen there: one of another shape is told what to do with it. */
import { Button } from '@mantine/core';
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';

export type FileButtonProps = { label: string; busy?: boolean; disabled?: boolean; quiet?: boolean; autoFocus?: boolean; onFiles: (files: readonly File[]) => void };

export const FileButton = ({ label, busy = false, disabled = false, quiet = false, autoFocus = false, onFiles }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input} type="file" hidden tabIndex={-1} aria-hidden data-import-file
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file chosen again has to count as a change: it may have been repaired meanwhile.
          event.currentTarget.value = '';
          onFiles(files);
        }}
      />
      <Button variant={quiet ? 'default' : 'filled'} autoFocus={autoFocus} loading={busy} disabled={disabled} leftSection={<FolderOpen size={15} aria-hidden />} onClick={() => input.current?.click()}>{label}</Button>
    </>
  );
};
