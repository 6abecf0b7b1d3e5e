/** Open follow-ups: ticked when done, opened where they come from. */
import { Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from 'wouter';
import type { Today } from '../../../db/today/api.ts';
import { api } from '../../api.ts';
import { daysTo, shortDate } from '../../days.ts';
import { sentenceOf } from '../../refusal.ts';
import { Due } from './Due.tsx';
import { placeOf } from './places.ts';

type Action = Today['actions'][number];

const soonDays = 7;

const groups = [
  { title: '기한이 지난 일', holds: (days: number | null) => days !== null && days < 0 },
  { title: '오늘부터 7일 안', holds: (days: number | null) => days !== null && days >= 0 && days <= soonDays },
  { title: '그 뒤', holds: (days: number | null) => days !== null && days > soonDays },
  { title: '기한 없음', holds: (days: number | null) => days === null },
] as const;

const close = (action: Action) => api.actions.close.mutate({ ids: [action.id] }).then(
  () => notifications.show({ message: `완료했습니다: ${action.what} (Ctrl+Z로 되돌리기)` }),
  (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) }),
);

const Line = ({ action, today, showsOwner }: { action: Action; today: string; showsOwner: boolean }) => {
  const to = action.source && action.source_id ? placeOf(action.source, action.source_id) : action.organisation ? placeOf('organisation', action.organisation) : null;
  const context = [action.organisation_name, action.source_label === action.organisation_name ? null : action.source_label, showsOwner ? (action.owner_name ?? '담당 없음') : null].filter(Boolean).join(' · ');
  return (
    <li>
      <Checkbox aria-label={`완료: ${action.what}`} checked={false} onChange={() => void close(action)} />
      <span className="cd-today-what">
        {to ? <Link href={to}>{action.what}</Link> : action.what}
        {context ? <span className="cd-small cd-soft" title={context}>{context}</span> : null}
      </span>
      <span className="cd-today-when cd-number"><Due on={action.due_on} today={today} />{action.due_on ? <span className="cd-small cd-soft">{shortDate(action.due_on)}</span> : null}</span>
    </li>
  );
};

export const Actions = ({ actions, today, showsOwner }: { actions: readonly Action[]; today: string; showsOwner: boolean }) => {
  if (actions.length === 0) return <p className="cd-soft">기다리는 일이 없습니다. 상담이나 회의에서 ‘후속 조치’를 적으면 여기에 모입니다.</p>;
  return groups.map((group) => {
    const own = actions.filter((action) => group.holds(action.due_on === null ? null : daysTo(action.due_on, today)));
    return own.length === 0 ? null : (
      <div key={group.title}>
        <h4 className="cd-today-group">{group.title} <span className="cd-soft cd-number">{own.length}</span></h4>
        <ul className="cd-today-list">{own.map((action) => <Line key={action.id} action={action} today={today} showsOwner={showsOwner} />)}</ul>
      </div>
    );
  });
};
