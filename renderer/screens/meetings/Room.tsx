/**
 * 회의 모드: a meeting on the wall of the room it is held in. One item large with its clock, what is decided and promised stored as
 * it is typed, attendance and quorum always in sight. The keyboard alone is enough.
 */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { Attendance } from './Attendance.tsx';
import { Counter } from './Counter.tsx';
import { EndMeeting } from './EndMeeting.tsx';
import { RoomItem } from './RoomItem.tsx';
import { roomKeyWords, useRoomKeys, type RoomKey } from './room-keys.ts';
import { RoomSide } from './RoomSide.tsx';
import { say } from './say.ts';
import { useRoomTimer } from './use-room-timer.ts';
import './room.css';

/** The box of a mark: the marked one itself, or the first of the line that adds a follow-up. */
const boxOf = (mark: string): HTMLElement | null => {
  const place = document.querySelector<HTMLElement>(`.cd-room [data-room="${mark}"]`);
  return place?.matches('input, textarea') ? place : place?.querySelector<HTMLElement>('.cd-action-new input') ?? null;
};

/** Puts the cursor where something is typed: at once, so that the next key already lands there, or when the box has appeared. */
const goTo = (mark: string): void => {
  const box = boxOf(mark);
  if (box) box.focus();
  else setTimeout(() => boxOf(mark)?.focus(), 80);
};

export const Room = ({ id }: { id: string }) => {
  const [, go] = useLocation();
  const [over, setOver] = useState<'people' | 'end' | null>(null);
  const [makingTask, setMakingTask] = useState<string | null>(null);
  const timer = useRoomTimer(id);
  const found = useQuery({ queryKey: ['meeting', 'person', id], queryFn: () => api.meetings.get.query({ id }) });
  const hanging = useQuery({ queryKey: ['meeting', 'meeting_cluster', 'mini_cluster', 'agenda_item', 'action_item', 'task', 'organisation', 'person', 'relations', id], queryFn: () => api.meetings.relations.query({ id }) });
  const roster = useQuery({ queryKey: ['attendance', 'membership', 'meeting', 'meeting_cluster', 'mini_cluster', 'person', 'organisation', 'roster', id], queryFn: () => api.meetings.attendance.roster.query({ id }) });
  const absences = useQuery({ queryKey: ['attendance', 'membership', 'meeting', 'meeting_cluster', 'absences', id], queryFn: () => api.meetings.attendance.absences.query({ id }) });
  const voters = useQuery({ queryKey: ['attendance', 'meeting', 'voters', id], queryFn: () => api.meetings.voters.query({ id }) });
  const items = hanging.data?.agenda ?? [];
  const at = Math.max(0, items.findIndex((item) => item.id === timer.item));
  const item = items[at];
  const show = (index: number) => { const next = items[index]; if (next) { setMakingTask(null); timer.show(next.id); } };
  const leave = () => go(`/meetings/${id}`);

  const vote = () => {
    if (!item) return;
    if (item.kind !== 'resolution') void api.meetings.agenda.change.mutate({ id: item.id, patch: { kind: 'resolution' } }).then(() => goTo('votes_for'), say);
    else goTo('votes_for');
  };
  const run: Record<RoomKey, () => void> = {
    next: () => show(at + 1), previous: () => show(at - 1), pause: () => { if (item && timer.item !== item.id) timer.show(item.id); timer.toggle(); },
    action: () => goTo('actions'), decision: () => goTo('decision'), discussion: () => goTo('discussion'), vote,
    task: () => { if (item && item.task === null) setMakingTask(item.id); }, people: () => setOver('people'), end: () => setOver('end'), leave,
  };
  useRoomKeys((key) => run[key](), over !== null);

  const failed = found.error ?? hanging.error ?? roster.error;
  const body = failed ? <div className="cd-pad"><FailureNotice error={failed} /></div> : !found.data || !hanging.data || !roster.data ? <p className="cd-soft cd-pad">{words.loading}</p> : (
    <>
      <header className="cd-room-head">
        <strong>{found.data.values.title}</strong>
        <span className="cd-soft cd-number">{found.data.values.start_on} {found.data.values.start_at ?? ''}</span>
        <span className="cd-end cd-row-wrap">
          <Button onClick={() => setOver('end')}>회의 끝내기</Button>
          <Button variant="default" leftSection={<X size={16} aria-hidden />} onClick={leave}>닫기</Button>
        </span>
      </header>
      <div className="cd-room-body">
        <main className="cd-room-main">
          {item ? (
            <RoomItem
              key={item.id} item={item} number={at + 1} actions={hanging.data.actions.filter((one) => one.agenda_item === item.id)} owner={found.data.values.recorder} ownerName={found.data.links['recorder']?.label ?? null}
              timer={timer.item === null ? { ...timer, toggle: run.pause } : timer} voters={voters.data} isMakingTask={makingTask === item.id} onTaskClose={() => setMakingTask(null)}
            />
          ) : <p className="cd-room-empty">안건이 없습니다. 오른쪽 아래에 안건을 쓰고 Enter를 누르면 시작할 수 있습니다.</p>}
        </main>
        <RoomSide meeting={id} items={items} current={item?.id ?? null} roster={roster.data} tasks={hanging.data.tasks} openActions={hanging.data.actions.filter((one) => one.status === 'open' || one.status === 'in-progress').length} onShow={show} onPeople={() => setOver('people')} />
      </div>
      <footer className="cd-room-keys">{roomKeyWords.map(([key, word]) => <span key={key}><kbd>{key}</kbd> {word}</span>)}</footer>
      <Modal opened={over === 'people'} onClose={() => setOver(null)} size="80%" title="출석" closeButtonProps={{ 'aria-label': words.close }}>
        <Counter counts={roster.data.counts} quorums={roster.data.quorums} />
        <Attendance roster={roster.data} headcount={found.data.values.headcount_only} absences={absences.data ?? {}} />
      </Modal>
      {over === 'end' ? <EndMeeting meeting={id} items={items} day={found.data.values.start_on} endAt={found.data.values.end_at} onClose={() => setOver(null)} onEnded={() => go(`/meetings/${id}?tab=minutes`)} /> : null}
    </>
  );
  return createPortal(<div className="cd-room" role="dialog" aria-modal="true" aria-label="회의 모드">{body}</div>, document.body);
};
