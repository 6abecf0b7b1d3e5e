/** 오늘: what waits, what is coming, what was worked on last. */
import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { useStatusText } from '../../parts/frame/status.tsx';
import { isBoolean, usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import { Actions } from './Actions.tsx';
import { Beginning } from './Beginning.tsx';
import { Coming, Deadlines, Drafts, FollowUps, Recent, Unfinished } from './Lines.tsx';
import '../../parts/layout/record.css';
import './today.css';

/** What follow-up years are counted from. */
const ended = ['task', 'task_step', 'performance', 'period_rule'];
const tables = ['action_item', 'session', 'task', 'meeting', 'organisation', 'person', 'mini_cluster', 'account'];

const longDate = (day: string): string => new Date(`${day}T00:00:00`).toLocaleDateString('ko-KR', { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });

export const Screen = () => {
  const [everybody, setEverybody] = usePreference('today.everybody', false, isBoolean);
  const query = useQuery({ queryKey: [...tables, 'today', everybody], queryFn: () => api.today.get.query({ everybody }), placeholderData: keepPreviousData, refetchOnMount: 'always' });
  const followUps = useQuery({ queryKey: [...ended, 'today-follow-ups', everybody], queryFn: ({ signal }) => api.today.followUps.query({ everybody }, { signal }), placeholderData: keepPreviousData, refetchOnMount: 'always' }).data;
  const found = query.data;
  const late = found?.actions.filter((one) => one.due_on !== null && one.due_on < found.today).length ?? 0;
  useStatusText(found ? `할 일 ${found.actions.length}건${late > 0 ? ` · 기한 지남 ${late}건` : ''}` : '');
  if (query.error) return <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div>;
  if (!found) return <p className="cd-soft cd-pad">{words.loading}</p>;
  return (
    <div className="cd-today">
      <header className="cd-today-head">
        <h1>{longDate(found.today)}</h1>
        <SegmentedControl aria-label="누구의 일" size="xs" value={everybody ? 'all' : 'mine'} onChange={(value) => setEverybody(value === 'all')} data={[{ value: 'mine', label: '내 일' }, { value: 'all', label: '모두의 일' }]} />
      </header>
      {found.isEmpty ? <Beginning /> : (
        <div className="cd-today-columns">
          <div>
            <Section title="할 일" count={found.actions.length} actions={<Link className="cd-small" href="/tasks">애로과제 전체 보기</Link>}><Actions actions={found.actions} today={found.today} showsOwner={everybody} /></Section>
            {found.unfinished.length > 0 ? <Section title="마치지 않은 상담" count={found.unfinished.length}><Unfinished found={found} /></Section> : null}
            {followUps && followUps.count > 0 ? <Section title="사후관리 입력" count={followUps.count}><FollowUps found={followUps} today={found.today} /></Section> : null}
            {found.drafts.length > 0 ? <Section title="쓰다 만 내용" count={found.drafts.length}><Drafts found={found} onDropped={() => void query.refetch()} /></Section> : null}
          </div>
          <div>
            <Section title="다음 주까지의 회의·방문" count={found.meetings.length + found.visits.length}><Coming found={found} /></Section>
            <Section title="끝나는 날이 가까운 과제" count={found.tasks.length}><Deadlines found={found} /></Section>
            <Section title="최근에 고친 기록"><Recent found={found} /></Section>
          </div>
        </div>
      )}
    </div>
  );
};
