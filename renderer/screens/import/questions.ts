/** What this page asks the application. The words of the keys name the tables after whose change the answer is asked for again. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient, type Query } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useJobs } from '../../live.ts';
import { requestOf, type ImportState, type Verdict } from './import-state.ts';

export const rowsPerPage = 100;
/** Rows to be decided come in one piece, so that a decided one keeps its place among them. */
export const mostAsked = 500;
/** Decisions made by arrow keys follow each other quickly, ms. */
const restBeforeAsking = 150;

/** The answer before stands until the next is there, but never for another file or another kind of record. */
const sameAs = (file: string | undefined, target: string) => <T,>(before: T | undefined, query: Pick<Query, 'queryKey'> | undefined): T | undefined =>
  query?.queryKey[2] === file && query?.queryKey[3] === target ? before : undefined;

export const useTargets = () => useQuery({ queryKey: ['import', 'targets'], queryFn: () => api.imports.targets.query(), staleTime: Number.POSITIVE_INFINITY });

/** The first rows as they stand. */
export const usePeek = ({ file, encoding }: ImportState) =>
  useQuery({
    queryKey: ['import', 'peek', file?.id, '', encoding],
    enabled: file !== null,
    queryFn: () => api.imports.peek.query({ id: file?.id ?? '', encoding }),
    placeholderData: sameAs(file?.id, ''),
  });

/** What importing would do, and one page of its rows. Not asked while an import runs or its result is shown. */
export const usePreview = (state: ImportState, show: Verdict | 'all') => {
  const [request] = useDebouncedValue(requestOf(state), restBeforeAsking);
  const asked = show === 'ask' ? { offset: 0, limit: mostAsked } : { offset: (state.page - 1) * rowsPerPage, limit: rowsPerPage };
  return useQuery({
    queryKey: ['import', 'preview', request?.id, request?.target, request, show, asked],
    enabled: request !== null && request.id === state.file?.id && state.job === null,
    queryFn: () => {
      if (request === null) throw new Error('asked for a preview without a file');
      return api.imports.preview.mutate({ ...request, show, ...asked });
    },
    placeholderData: sameAs(state.file?.id, state.target),
  });
};

/** The running or finished import; its state is asked once and then told by events. Null when the program no longer knows it. */
export const useImportJob = (id: string | null) => {
  const queries = useQueryClient();
  useJobs((job) => { if (job.id === id) queries.setQueryData(['import', 'job', id], job); });
  return useQuery({
    queryKey: ['import', 'job', id],
    enabled: id !== null,
    queryFn: () => api.device.job.query({ id: id ?? '' }),
    // Events may be lost with the connection; a slow look keeps the page from waiting for ever.
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 2000 : false),
  });
};

export const usePastImports = () => useQuery({ queryKey: ['import', 'past', 'import_batch'], queryFn: () => api.imports.past.query({ limit: 50 }) });
