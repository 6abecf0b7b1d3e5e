/** The events of a file, line by line, each with what it becomes. */
import { Button, Select } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { IcsPreview, IcsProblem, IcsProposal } from '../../../db/calendar/api.ts';
import { clusterLink, organisationLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { weekdayWord } from './days.ts';
import { isKnown, lackOf, optionsFor, withCluster, type Chosen, type Decision } from './ics-choice.ts';
import { hoursOf } from './looks.tsx';

export type IcsTableProps = {
  events: readonly IcsProposal[];
  decisions: readonly Decision[];
  /** Why a line was refused, by its index. */
  marks: ReadonlyMap<number, string>;
  problems: readonly IcsProblem[];
  others: IcsPreview['others'];
  onDecide: (decisions: Decision[]) => void;
};

const pageSize = 100;
const short = (day: string): string => `${day} (${weekdayWord(day)})`;
const otherWords: Readonly<Record<string, string>> = { VTODO: '할 일', VJOURNAL: '일지', VFREEBUSY: '비는 시간' };
const isChosen = (value: string | null): value is Chosen => value === 'meeting' || value === 'session' || value === 'move' || value === 'nothing';

const Row = ({ event, decision, mark, onChange }: { event: IcsProposal; decision: Decision; mark: string | undefined; onChange: (decision: Decision) => void }) => (
  <tr data-known={isKnown(event) || undefined} data-wrong={mark === undefined ? undefined : true}>
    <td className="cd-number cd-nowrap">{short(event.on)}{event.until === event.on ? '' : <> ~<br />{short(event.until)}</>}<br /><span className="cd-soft">{hoursOf(event) || '종일'}</span></td>
    <td>
      <b>{event.title}</b>{event.place ? <div className="cd-small">{event.place}</div> : null}
      <div className="cd-small cd-soft">
        {event.isCancelled ? <span>취소된 일정 · </span> : null}
        {event.known ? <span className="cd-cal-known"><CircleCheck size={12} aria-hidden /> {event.known.isDeleted ? '전에 가져왔다가 지운 일정' : event.known.isMoved ? `이미 있음, 때가 다름: ${event.known.record?.on ?? ''} ${hoursOf(event.known.record ?? { start: null, end: null })}` : `이미 있음: ${event.known.label}`} · </span> : null}
        {event.notes.join(' ')} {event.line}번째 줄
      </div>
      {mark === undefined ? null : <div className="cd-cal-wrong"><TriangleAlert size={12} aria-hidden /> {mark}</div>}
    </td>
    <td><Select aria-label={`${event.title}을(를) 무엇으로`} data={optionsFor(event)} value={decision.as} allowDeselect={false} onChange={(value) => { if (isChosen(value)) onChange({ ...decision, as: value }); }} /></td>
    <td>
      {decision.as === 'meeting' ? <LinkPicker {...clusterLink} label={<span className="cd-only-spoken">{event.title}의 미니클러스터</span>} placeholder="미니클러스터" value={decision.cluster?.id ?? null} valueLabel={decision.cluster?.name ?? null} error={lackOf(decision)} onChange={(id, option) => onChange({ ...decision, cluster: id === null ? null : { id, name: option?.label ?? '' } })} /> : null}
      {decision.as === 'session' ? <LinkPicker {...organisationLink} label={<span className="cd-only-spoken">{event.title}의 기업</span>} placeholder="기업" value={decision.organisation?.id ?? null} valueLabel={decision.organisation?.name ?? null} error={lackOf(decision)} onChange={(id, option) => onChange({ ...decision, organisation: id === null ? null : { id, name: option?.label ?? '' } })} /> : null}
    </td>
  </tr>
);

export const IcsTable = ({ events, decisions, marks, problems, others, onDecide }: IcsTableProps) => {
  const [limit, setLimit] = useState(pageSize);
  const [shared, setShared] = useState<{ id: string; name: string } | null>(null);
  const known = events.filter(isKnown).length;
  return (
    <>
      <div className="cd-cal-sum">
        <span>일정 <b className="cd-number">{events.length}</b>건{known > 0 ? <>, 그 가운데 이미 있는 것 <b className="cd-number">{known}</b>건</> : null}{others.length > 0 ? `. 가져오지 않는 것: ${others.map(({ name, count }) => `${otherWords[name] ?? name} ${count}건`).join(', ')}` : ''}</span>
        <span className="cd-cal-shared">
          <LinkPicker {...clusterLink} label={<span className="cd-only-spoken">나머지를 회의로 넣을 미니클러스터</span>} placeholder="나머지를 모두 이 MC의 회의로" value={shared?.id ?? null} valueLabel={shared?.name ?? null} onChange={(id, option) => setShared(id === null ? null : { id, name: option?.label ?? '' })} />
          <Button variant="default" disabled={shared === null} onClick={() => { if (shared) onDecide(withCluster(events, decisions, shared)); }}>나머지에 적용</Button>
          <Button variant="default" onClick={() => onDecide(decisions.map((one) => ({ ...one, as: 'nothing' })))}>모두 넣지 않음</Button>
        </span>
      </div>
      {problems.length > 0 ? (
        <ul className="cd-cal-problems" aria-label="읽지 못한 일정">
          {problems.map((one) => <li key={`${one.line} ${one.message}`}><TriangleAlert size={13} aria-hidden /> <b className="cd-number">{one.line}번째 줄</b> {one.message}</li>)}
        </ul>
      ) : null}
      <div className="cd-cal-table">
        <table>
          <thead><tr><th scope="col">때 (한국 시각)</th><th scope="col">일정</th><th scope="col">무엇으로</th><th scope="col">미니클러스터·기업</th></tr></thead>
          <tbody>
            {events.slice(0, limit).map((event, index) => {
              const decision = decisions[index];
              return decision ? <Row key={`${event.id} ${event.line}`} event={event} decision={decision} mark={marks.get(index)} onChange={(next) => onDecide(decisions.map((one, at) => (at === index ? next : one)))} /> : null;
            })}
          </tbody>
        </table>
        {events.length > limit ? <Button variant="default" m={8} onClick={() => setLimit(limit + pageSize)}>더 보기 ({limit} / {events.length})</Button> : null}
        {events.length === 0 ? <p className="cd-soft cd-pad">가져올 수 있는 일정이 없습니다.</p> : null}
      </div>
    </>
  );
};
