/** The stored selection an address names (`/tasks?selection=…`): the records behind a number, the rows of an import. */
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { api } from '../api.ts';

/** Props for a RecordGrid; the place is where clearing the selection leads. */
export const useSelection = (place: string): { selection: { id: string; label: string } | null; onClearSelection: () => void } => {
  const id = new URLSearchParams(useSearch()).get('selection');
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['selection', id], queryFn: () => (id === null ? null : api.device.selection.query({ id })), enabled: id !== null });
  return { selection: id === null ? null : { id, label: found.data?.label ?? '고른 기록' }, onClearSelection: () => go(place) };
};
