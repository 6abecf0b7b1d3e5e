/** Files dropped on an element, and pictures pasted while it is on the screen. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import { timeWords } from './size-words.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** A picture of the clipboard has no name of its own. */
const named = (file: File): File =>
  (file.name === 'image.png' ? new File([file], `붙여넣은 사진 ${timeWords(Date.now()).replace(':', '.')}.png`, { type: file.type }) : file);

/** @returns whether files are held over the element just now */
export const useFileDrop = (zone: RefObject<HTMLElement | null>, enabled: boolean, onFiles: (files: readonly File[]) => void): boolean => {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => { latest.current = onFiles; });
  useEffect(() => {
    const isInside = (event: Event): boolean => event.target instanceof Node && zone.current?.contains(event.target) === true;
    const over = (event: DragEvent): void => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      // Without this the browser would open a file dropped beside the place in place of the program.
      event.preventDefault();
      const takes = enabled && isInside(event);
      if (event.dataTransfer) event.dataTransfer.dropEffect = takes ? 'copy' : 'none';
      setOver(takes);
    };
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false); };
    const drop = (event: DragEvent): void => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      setOver(false);
      if (enabled && isInside(event)) latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    // What a spreadsheet copies comes as text and as a picture of it: the text is meant.
    const paste = (event: ClipboardEvent): void => {
      const given = event.clipboardData;
      if (!enabled || event.defaultPrevented || !given || given.files.length === 0 || given.types.includes('text/plain')) return;
      event.preventDefault();
      latest.current([...given.files].map(named));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [zone, enabled]);
  return isOver;
};
