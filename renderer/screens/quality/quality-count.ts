/** Number of lines of one's own, for the rail. Asked for now and then, not after each change: it looks at every record of the user. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';

export const qualityCountKey = ['quality-count'] as const;

const everyMs = 3 * 60_000;

/** Undefined until the first answer, and when there is none: a number on the rail is worth no error message. */
export const useQualityCount = (isSeated: boolean): { total: number; late: number } | undefined =>
  useQuery({ queryKey: qualityCountKey, queryFn: () => api.quality.count.query({ scope: 'mine' }), enabled: isSeated, refetchInterval: everyMs, staleTime: everyMs, retry: false }).data;
