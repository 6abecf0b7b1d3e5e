/** Files on their way to the application, one after the other; what was refused stays in sight until it is put away. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttachmentOwner } from '../../../db/attachments/api.ts';
import { attach } from './attach.ts';

export type Upload = { key: number; name: string; size: number; sent: number; error: unknown; stop: () => void };

let lastKey = 0;

const isPicture = (file: File): boolean => file.type === 'image/png' || file.type === 'image/jpeg';

export const useUploads = (table: AttachmentOwner, owner: string): { uploads: readonly Upload[]; add: (files: readonly File[]) => void; drop: (key: number) => void } => {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const change = useCallback((key: number, more: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one))), []);
  const drop = useCallback((key: number) => setUploads((all) => all.filter((one) => one.key !== key)), []);
  // What failed belongs to the record it was meant for.
  useEffect(() => setUploads([]), [table, owner]);
  const add = useCallback((files: readonly File[]) => {
    for (const file of files) {
      lastKey += 1;
      const key = lastKey;
      const abort = new AbortController();
      setUploads((all) => [...all, { key, name: file.name, size: file.size, sent: 0, error: null, stop: () => { abort.abort(); drop(key); } }]);
      line.current = line.current.then(async () => {
        if (abort.signal.aborted) return;
        try {
          await attach(file, { table, owner, kind: isPicture(file) ? 'photo' : 'document', name: file.name }, { signal: abort.signal, onProgress: (sent) => change(key, { sent }) });
          drop(key);
        } catch (error) {
          if (!abort.signal.aborted) change(key, { error });
        }
      });
    }
  }, [table, owner, change, drop]);
  return { uploads, add, drop };
};
