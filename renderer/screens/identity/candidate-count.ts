/** How many pairs wait in 중복 확인: counted when the list of bodies is opened, not at each change, because every firm is looked at for it. */
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '../../api.ts';

const countKey = ['identity-count'];
const freshMs = 120_000;

/** Undefined until it is known. */
export const useCandidateCount = (): number | undefined => useQuery({ queryKey: countKey, queryFn: () => api.identity.count.query(), staleTime: freshMs }).data?.total;

export const putCandidateCount = (client: QueryClient, total: number): void => { client.setQueryData(countKey, { total }); };
