/** The whole screen takes a dropped file. While one is held over it, it says so. */
import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

export const DropArea = ({ enabled, onFiles }: { enabled: boolean; onFiles: (files: readonly File[]) => void }) => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      // Without this the browser would open the file in place of the program.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = enabled ? 'copy' : 'none';
      setOver(enabled);
    };
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false); };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (enabled) onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [enabled, onFiles]);
  return isOver ? <div className="cd-im-drop" aria-hidden><FileDown size={40} strokeWidth={1.5} /><span>여기에 놓으면 파일을 읽습니다.</span></div> : null;
};
