import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { movesKey } from './states.tsx';

/** The moves that all of these tasks can make now; asked again whenever something they depend on changes. */
export const useMoves = (ids: readonly string[], isAsked = true) =>
  useQuery({ queryKey: movesKey(ids), queryFn: () => api.tasks.moves.query(ids.length === 1 ? { id: ids[0] ?? '' } : { ids: [...ids] }), enabled: isAsked && ids.length > 0 });
