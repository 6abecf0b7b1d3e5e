/** 인수인계: what is open in one person's hands, on paper and to successors in one step. */
import { Button, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { ArrowRightLeft, CircleCheck, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Handover as Open } from '../../../db/rounds/api.ts';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { countWords, groupsOf, successorOf, type Chosen } from './handover-groups.ts';
import { HandoverList } from './HandoverList.tsx';
import { HandoverPaper } from './HandoverPaper.tsx';
import { namesOf, type Options } from './options.ts';

const tables = ['task', 'task_step', 'session', 'action_item', 'meeting', 'meeting_series', 'mini_cluster', 'organisation', 'person'];

const Plan = ({ open, options, picker }: { open: Open; options: Options; picker: ReactNode }) => {
  const undo = useUndo();
  const [most, setMost] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const [isAsking, setAsking] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const groups = groupsOf(open.items);
  const others = namesOf(options.coordinators.filter(({ id }) => id !== open.person.id));
  const nameOf = (id: string): string => others.find(({ value }) => value === id)?.label ?? '';
  const moves = groups.flatMap((group) => {
    const to = successorOf(group, most, chosen);
    return to === null ? [] : group.items.map((item) => ({ item, to }));
  });
  const parts = [...Map.groupBy(moves, ({ to }) => to)].map(([to, of]) => ({ to, words: countWords(of.map(({ item }) => item)), count: of.length }));
  const give = async (): Promise<void> => {
    setFailure(null);
    try {
      const { action } = await api.rounds.handOver.mutate({ from: open.person.id, moves: moves.map(({ item: { key }, to }) => ({ key, to })) });
      setChosen({});
      notifications.show({ id: 'handover', message: (
        <div className="cd-toast">
          <span>{moves.length.toLocaleString('ko-KR')}건을 넘겼습니다.</span>
          <Button size="compact-xs" variant="default" onClick={() => { notifications.hide('handover'); undo.undo(String(action)); }}>{words.undo}</Button>
        </div>
      ) });
    } catch (error) {
      setFailure(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      <div className="cd-rounds-bar">
        {picker}
        <Select label="넘겨받을 사람 (기본)" placeholder="고르기" clearable searchable value={most} data={others} onChange={setMost} />
        <div className="cd-rounds-do">
          <Button variant="default" leftSection={<Printer size={15} aria-hidden />} onClick={() => setPrinting(true)}>인수인계서 인쇄</Button>
          <Button leftSection={<ArrowRightLeft size={15} aria-hidden />} disabled={moves.length === 0} onClick={() => setAsking(true)}>{moves.length > 0 ? `${moves.length.toLocaleString('ko-KR')}건 넘기기` : '넘기기'}</Button>
        </div>
      </div>
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <div className="cd-rounds-scroll">
        {groups.length === 0 && open.stays.length === 0 ? <EmptyState icon={CircleCheck} title="넘길 것이 없습니다."><p>{open.person.name} 님이 맡은 열린 과제, 후속 조치, 잡힌 방문과 회의가 없습니다.</p></EmptyState>
          : <HandoverList groups={groups} stays={open.stays} people={others} most={most} chosen={chosen} onChoose={(key, to) => setChosen((before) => ({ ...before, [key]: to }))} />}
      </div>
      <ConfirmDialog opened={isAsking} title={`${open.person.name} 님의 일을 넘길까요?`} confirm="넘기기" onConfirm={give} onClose={() => setAsking(false)}>
        <ul className="cd-rounds-preview">{parts.map(({ to, words: what, count }) => <li key={to}><b>{nameOf(to)}</b> {count.toLocaleString('ko-KR')}건: {what}</li>)}</ul>
        <p>{open.items.length > moves.length ? `${(open.items.length - moves.length).toLocaleString('ko-KR')}건은 그대로 남습니다. ` : ''}끝난 기록과 이미 한 상담은 쓴 사람 그대로 둡니다. 한 번에 되돌릴 수 있습니다.</p>
      </ConfirmDialog>
      {isPrinting ? <HandoverPaper open={open} groups={groups} successor={(group) => { const to = successorOf(group, most, chosen); return to === null ? '' : nameOf(to); }} onDone={() => setPrinting(false)} onFailure={setFailure} /> : null}
    </>
  );
};

export const Handover = ({ options }: { options: Options }) => {
  const [person, setPerson] = useState(options.me);
  const query = useQuery({ queryKey: [...tables, 'rounds-handover', person], queryFn: ({ signal }) => api.rounds.handover.query({ person: person ?? '' }, { signal }), enabled: person !== null });
  useStatusText(query.data ? `${query.data.person.name}: 열린 일 ${query.data.items.length.toLocaleString('ko-KR')}건` : '');
  const picker = <Select label="누구의 일을 넘깁니까" placeholder="고르기" searchable value={person} data={namesOf(options.coordinators)} onChange={setPerson} />;
  if (query.data) return <Plan key={person} open={query.data} options={options} picker={picker} />;
  return (
    <>
      <div className="cd-rounds-bar">{picker}</div>
      {query.error ? <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div> : null}
      {person === null ? <EmptyState icon={ArrowRightLeft} title="누구의 일을 넘길지 골라 주세요."><p>그 사람이 맡은 열린 과제, 후속 조치, 방문과 회의가 모두 나옵니다.</p></EmptyState>
        : query.error ? null : <p className="cd-soft cd-pad">{words.loading}</p>}
    </>
  );
};
