/** 최근 작업: what was done on this device, each with a way back. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../api.ts';
import { useChanged } from '../../live.ts';
import { RecentActions } from '../../parts/history/RecentActions.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

const page = 50;
/** Number of the program itself: it seats users and loads the sample, neither of which anybody would take back. */
const program = 0;

export const ActionSettings = () => {
  const undo = useUndo();
  const found = useInfiniteQuery({
    queryKey: ['actions'],
    queryFn: ({ pageParam }) => api.device.actions.query({ limit: page, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < page ? undefined : (last.at(-1)?.id ?? undefined)),
    refetchOnMount: 'always',
  });
  useChanged('any', () => void found.refetch());
  const all = useMemo(() => found.data?.pages.flat() ?? [], [found.data]);
  // An undo is shown as the state of what it took back, not as a line of its own.
  const lines = all.filter((action) => action.kind === 'do' && action.user_id !== program).map((action) => ({ id: String(action.id), label: action.label, who: action.by, at: action.at, state: action.undone_by === null ? 'done' as const : 'undone' as const }));
  const redo = (id: string) => {
    const taken = all.find((action) => String(action.id) === id)?.undone_by;
    if (taken !== null && taken !== undefined) undo.redo(String(taken));
  };
  return (
    <Section title="최근 작업">
      <p className="cd-soft">가져오기와 일괄 수정도 한 번에 되돌릴 수 있습니다. 그사이 바뀐 기록이 있으면 먼저 여쭙니다.</p>
      {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? <RecentActions actions={lines} onUndo={undo.undo} onRedo={redo} /> : null}
      {found.hasNextPage ? <div><Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>더 보기</Button></div> : null}
    </Section>
  );
};
