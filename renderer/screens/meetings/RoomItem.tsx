/** The item the room is dealing with: large title, clock, discussion and decision, votes, follow-ups and the task made of it. */
import { SegmentedControl } from '@mantine/core';
import type { ActionLine } from '../../../db/actions/api.ts';
import type { AgendaLine, Voters } from '../../../db/meetings/api.ts';
import { voteResult } from '../../../db/meetings/choices.ts';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { parseInteger } from '../../../db/korean/parse-number.ts';
import { agendaItem } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { shortDate } from '../../days.ts';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { ActionList } from '../actions/ActionList.tsx';
import { refusal } from '../attachments/attach.ts';
import { LiveText } from './LiveText.tsx';
import { MakeTask } from './MakeTask.tsx';
import { say } from './say.ts';
import { clockWords, type RoomTimer } from './use-room-timer.ts';

export type RoomItemProps = {
  item: AgendaLine; number: number; actions: readonly ActionLine[]; owner: string | null; ownerName: string | null; timer: RoomTimer; voters: Voters | undefined;
  isMakingTask: boolean; onTaskClose: () => void;
};

const minute = 60_000;

/** The clock against the minutes planned. */
export const RoomClock = ({ item, timer }: { item: AgendaLine; timer: RoomTimer }) => {
  const spent = timer.spentOn(item.id);
  const planned = (item.planned_minutes ?? 0) * minute;
  const isOver = planned > 0 && spent > planned;
  return (
    <button type="button" className="cd-room-clock" data-over={isOver || undefined} data-running={timer.isRunning || undefined} onClick={timer.toggle} title="Space: 시작·멈춤">
      <span className="cd-number">{clockWords(spent)}</span>
      <span className="cd-room-planned cd-number">{planned === 0 ? (timer.isRunning ? '진행 중' : '멈춤') : `/ ${item.planned_minutes ?? 0}분${isOver ? ` · ${Math.ceil((spent - planned) / minute)}분 넘음` : timer.isRunning ? '' : ' · 멈춤'}`}</span>
    </button>
  );
};

const Votes = ({ item, voters, onSave }: { item: AgendaLine; voters: Voters | undefined; onSave: (patch: Record<string, Cell>) => Promise<unknown> }) => {
  const result = voteResult(item);
  const box = (name: 'votes_for' | 'votes_against' | 'votes_abstained', label: string) => (
    <LiveText
      label={label} mark={name} value={item[name] === null ? '' : String(item[name])} onFailure={say}
      onSave={async (text) => { const count = text.trim() === '' ? null : parseInteger(text); if (text.trim() !== '' && count === null) throw refusal('표를 숫자로 입력해 주세요.'); await onSave({ [name]: count }); }}
    />
  );
  return (
    <div className="cd-room-votes">
      {box('votes_for', '찬성')}{box('votes_against', '반대')}{box('votes_abstained', '기권')}
      <div className="cd-room-result" role="status">
        {result === null ? <span className="cd-soft">투표할 수 있는 사람 {voters?.most ?? 0}명</span> : <><StatusBadge tone={result.isPassed ? 'done' : 'stopped'}>{result.isPassed ? '가결' : '부결'}</StatusBadge><span className="cd-soft cd-number"> {result.cast}표 / {voters?.most ?? 0}명</span></>}
      </div>
    </div>
  );
};

export const RoomItem = ({ item, number, actions, owner, ownerName, timer, voters, isMakingTask, onTaskClose }: RoomItemProps) => {
  const save = (patch: Record<string, Cell>): Promise<unknown> => api.meetings.agenda.change.mutate({ id: item.id, patch });
  return (
    <div className="cd-room-item">
      <div className="cd-room-title">
        <h1><span className="cd-soft cd-number">{number}.</span> {item.title}</h1>
        <RoomClock item={item} timer={timer} />
      </div>
      <p className="cd-room-note">
        <span className="cd-agenda-kind" data-kind={item.kind}>{labelOf(agendaItem.fields.kind, item.kind)}</span>
        {item.presenter_name ? <span>{item.presenter_name}</span> : null}
        {item.from_on ? <span>지난 회의에서 이월 ({shortDate(item.from_on)})</span> : null}
        {item.task_title ? <span>과제: {item.task_title}</span> : null}
        <SegmentedControl
          className="cd-end" aria-label="처리" value={item.status ?? 'open'} data={(agendaItem.fields.status.choices ?? []).map((one) => ({ value: one.code, label: one.ko }))}
          onChange={(status) => void save({ status }).catch(say)}
        />
      </p>
      {isMakingTask && item.task === null ? <MakeTask item={item} onClose={onTaskClose} /> : null}
      <LiveText key={`${item.id} discussion`} label="논의 (L)" mark="discussion" isLong value={item.discussion ?? ''} onFailure={say} onSave={(text) => save({ discussion: text.trim() === '' ? null : text })} />
      <LiveText key={`${item.id} decision`} label="결정 (D)" mark="decision" isLong value={item.decision ?? ''} onFailure={say} onSave={(text) => save({ decision: text.trim() === '' ? null : text })} />
      {item.kind === 'resolution' ? <Votes key={item.id} item={item} voters={voters} onSave={save} /> : null}
      <section className="cd-room-actions" data-room="actions" aria-label="조치">
        <h2>조치 (A)</h2>
        <ActionList key={item.id} actions={actions} on={{ meeting: item.meeting, agenda_item: item.id }} owner={owner} ownerName={ownerName} />
      </section>
    </div>
  );
};
