/** The address under which a picture of ours can be drawn: an image element cannot send the token. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readAttachment } from './attach.ts';

/** Null until it is there; the bytes of an attachment never change. */
export const usePicture = (id: string | null): { address: string | null; error: unknown } => {
  const query = useQuery({ queryKey: ['attachment-bytes', id], queryFn: ({ signal }) => readAttachment(id ?? '', signal), enabled: id !== null, staleTime: Infinity, gcTime: 60_000, retry: false });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!query.data) return undefined;
    const made = URL.createObjectURL(query.data);
    setAddress(made);
    return () => { URL.revokeObjectURL(made); setAddress(null); };
  }, [query.data]);
  return { address, error: query.error };
};
