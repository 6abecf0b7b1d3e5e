/** Beside the item: who is there and whether the quorum is reached, the whole agenda, what the meeting has made so far. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AgendaLine, MeetingRelations, Roster } from '../../../db/meetings/api.ts';
import { api } from '../../api.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { ItemOutcome } from './AgendaCard.tsx';
import { QuorumBadge } from './Counter.tsx';
import { say } from './say.ts';

export type RoomSideProps = {
  meeting: string; items: readonly AgendaLine[]; current: string | null; roster: Roster; tasks: MeetingRelations['tasks']; openActions: number; onShow: (index: number) => void; onPeople: () => void;
};

export const RoomSide = ({ meeting, items, current, roster, tasks, openActions, onShow, onPeople }: RoomSideProps) => {
  const [title, setTitle] = useState('');
  const { counts, quorums } = roster;
  const add = () => {
    if (title.trim() === '') return;
    api.meetings.agenda.add.mutate({ meeting, values: { title: title.trim() } }).then(() => setTitle(''), say);
  };
  return (
    <aside className="cd-room-side">
      <section aria-label="출석">
        <p className="cd-room-count" role="status">회원 <strong>{counts.membersPresent}</strong> / {counts.membersTotal}{counts.walkIns > 0 ? <span className="cd-soft"> · 비회원 {counts.walkIns}</span> : null}{counts.proxies > 0 ? <span className="cd-soft"> · 위임 {counts.proxies}</span> : null}</p>
        {quorums.map((one) => <QuorumBadge key={one.cluster} quorum={one} isAlone={quorums.length === 1} />)}
        <Button variant="default" onClick={onPeople}>출석 표시 (P)</Button>
      </section>
      <section aria-label="안건 목록">
        <ol className="cd-room-agenda">
          {items.map((item, index) => (
            <li key={item.id}>
              <button type="button" aria-current={item.id === current ? 'step' : undefined} onClick={() => onShow(index)}><span className="cd-number">{index + 1}. </span>{item.title}</button>
              <ItemOutcome item={item} />
            </li>
          ))}
        </ol>
        <TextInput aria-label="새 안건" placeholder="새 안건" maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) { event.preventDefault(); add(); } }} />
      </section>
      <section aria-label="여기서 나온 것">
        <p>남은 조치 {openActions}건 · 과제 {tasks.length}건</p>
        {tasks.length === 0 ? null : <ul className="cd-plain-list">{tasks.map((task) => <li key={task.id}>{task.title} <span className="cd-soft">{task.lead_name}</span></li>)}</ul>}
      </section>
    </aside>
  );
};
