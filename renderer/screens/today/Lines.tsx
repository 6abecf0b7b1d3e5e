/** The other lists of the home screen: unfinished sessions, what is coming, task deadlines, drafts, recent records. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ReactNode } from 'react';
import { labelOf } from '../../../db/kernel/field.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import type { FollowUps as FollowUpsFound, Today } from '../../../db/today/api.ts';
import { api } from '../../api.ts';
import { capture } from '../../capture/capture.ts';
import { daysTo, shortDate } from '../../days.ts';
import { formatInstant } from '../../parts/history/HistoryList.tsx';
import { Due } from './Due.tsx';
import { kindWord, placeOf, placeOfDraft } from './places.ts';

const weekdays = ['일', '월', '화', '수', '목', '금', '토'];
/** `오늘`, `내일`, else `11. 24.(화)`. */
const dayWord = (day: string, today: string): string => {
  const days = daysTo(day, today);
  return days === 0 ? '오늘' : days === 1 ? '내일' : `${shortDate(day)}(${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''})`;
};

type LineProps = { to: string | null; label: string; note?: string | null | undefined; side?: ReactNode };
const Line = ({ to, label, note, side }: LineProps) => (
  <li>
    <span className="cd-today-what">{to ? <Link href={to}>{label}</Link> : <b>{label}</b>}{note ? <span className="cd-small cd-soft" title={note}>{note}</span> : null}</span>
    {side ? <span className="cd-today-when cd-number">{side}</span> : null}
  </li>
);

export const Unfinished = ({ found }: { found: Today }) => (
  <ul className="cd-today-list">
    {found.unfinished.map((one) => (
      <Line
        key={one.id} to={placeOf('session', one.id)} label={`${dayWord(one.visit_on, found.today)} ${one.organisation_name ?? '기업 미도착'}`}
        note={one.status === 'returned' ? '반려되어 다시 써야 합니다.' : `${[one.lacks_end ? '끝 시각' : null, one.lacks_advice ? '지원 내용' : null].filter(Boolean).join('과 ')} 미입력`}
        side={<span className="cd-late">{one.status === 'returned' ? '반려' : '미입력'}</span>}
      />
    ))}
  </ul>
);

export const Coming = ({ found }: { found: Today }) => {
  const lines = [
    ...found.meetings.map((one) => ({ key: one.id, on: one.start_on < found.today ? found.today : one.start_on, at: one.start_at, to: placeOf('meeting', one.id), label: one.title, note: [labelOf(meeting.fields.kind, one.kind), one.place].filter(Boolean).join(' · ') })),
    ...found.visits.map((one) => ({ key: `${one.id}${one.isPlanned}`, on: one.on, at: one.at, to: placeOf('session', one.id), label: one.organisation_name ?? '기업 미도착', note: one.isPlanned === 1 ? '다음 방문 예정' : ['상담', one.place].filter(Boolean).join(' · ') })),
  ].sort((a, b) => `${a.on}${a.at ?? ''}`.localeCompare(`${b.on}${b.at ?? ''}`));
  if (lines.length === 0) return <p className="cd-soft">다음 주까지 잡힌 회의나 방문이 없습니다.</p>;
  return (
    <ul className="cd-today-list">
      {lines.map((one) => <Line key={one.key} to={one.to} label={one.label} note={one.note} side={<><span className={one.on === found.today ? 'cd-soon' : undefined}>{dayWord(one.on, found.today)}</span>{one.at ? <span className="cd-small cd-soft">{one.at}</span> : null}</>} />)}
    </ul>
  );
};

export const Deadlines = ({ found }: { found: Today }) => (found.tasks.length === 0 ? <p className="cd-soft">60일 안에 끝나는 과제가 없습니다.</p> : (
  <ul className="cd-today-list">
    {found.tasks.map((one) => (
      <Line key={one.id} to={placeOf('task', one.id)} label={one.title} note={[one.organisation_name, labelOf(task.fields.status, one.status)].filter(Boolean).join(' · ')} side={<><Due on={one.end_on} today={found.today} /><span className="cd-small cd-soft">{shortDate(one.end_on)}</span></>} />
    ))}
  </ul>
));

/** Results of a year that are asked for after a task's end. */
export const FollowUps = ({ found, today }: { found: FollowUpsFound; today: string }) => (
  <ul className="cd-today-list">
    {found.lines.map((one) => (
      <Line
        key={`${one.task}${one.year}`} to={`${placeOf('task', one.task)}?tab=outcomes&field=performance.${one.year}`} label={`${one.year}년 성과 · ${one.title}`}
        note={[one.organisation_name, one.coordinator_name ?? '담당 없음'].filter(Boolean).join(' · ')} side={<><Due on={one.due_on} today={today} /><span className="cd-small cd-soft">{shortDate(one.due_on)}</span></>}
      />
    ))}
    {found.count > found.lines.length ? <li className="cd-small cd-soft">가장 급한 {found.lines.length}건을 보여 줍니다. 모두 {found.count.toLocaleString('ko-KR')}건입니다.</li> : null}
  </ul>
);

export const Drafts = ({ found, onDropped }: { found: Today; onDropped: () => void }) => (
  <ul className="cd-today-list">
    {found.drafts.map((one) => {
      const to = placeOfDraft(one.key);
      return (
        <li key={one.key}>
          <span className="cd-today-what">
            {to ? <Link href={to}>{one.label}</Link> : <button type="button" className="cd-link" onClick={() => capture.open('session')}>{one.label}</button>}
            <span className="cd-small cd-soft">{formatInstant(one.at)}에 쓰다 만 내용</span>
          </span>
          <Button size="compact-xs" variant="subtle" color="gray" aria-label={`버리기: ${one.label}`} onClick={() => void api.device.dropDraft.mutate({ key: one.key }).then(onDropped)}>버리기</Button>
        </li>
      );
    })}
  </ul>
);

export const Recent = ({ found }: { found: Today }) => (found.recent.length === 0 ? <p className="cd-soft">아직 고친 기록이 없습니다.</p> : (
  <ul className="cd-today-list">
    {found.recent.map((one) => <Line key={`${one.table}${one.id}`} to={placeOf(one.table, one.id)} label={one.label} note={kindWord[one.table]} side={<span className="cd-small cd-soft">{formatInstant(one.at)}</span>} />)}
  </ul>
));
