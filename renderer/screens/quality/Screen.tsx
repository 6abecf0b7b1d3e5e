/** 자료 점검: what is late, contradictory or missing in the records, each line one key from its field. */
import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { SearchCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import type { ScreenProps } from '../../places.ts';
import { words } from '../../words.ts';
import { Lines } from './Lines.tsx';
import { RuleList } from './RuleList.tsx';
import { qualityCountKey } from './quality-count.ts';
import './quality.css';

const tables = ['task', 'task_step', 'participant', 'session', 'session_task', 'meeting', 'attendance', 'organisation', 'person', 'account', 'mid_check', 'output', 'performance', 'follow_on', 'payment', 'period_rule', 'support_rule', 'membership', 'size_class', 'put_aside'];

type Scope = 'mine' | 'office' | 'all';
const isScope = (value: unknown): value is Scope => value === 'mine' || value === 'office' || value === 'all';

export const Screen = ({ place, id }: ScreenProps) => {
  const [scope, setScope] = usePreference<Scope>('quality.scope', 'mine', isScope);
  const client = useQueryClient();
  const office = useQuery({ queryKey: ['account', 'quality-office'], queryFn: () => api.quality.office.query() });
  const query = useQuery({ queryKey: [...tables, 'quality', scope, id], queryFn: ({ signal }) => api.quality.queue.query({ scope, rule: id }, { signal }), placeholderData: keepPreviousData, refetchOnMount: 'always' });
  const found = query.data;
  const isMine = scope === 'mine' && found !== undefined && !query.isPlaceholderData;
  useEffect(() => { if (isMine) client.setQueryData(qualityCountKey, { total: found.total, late: found.late }); }, [client, found, isMine]);
  useStatusText(found ? `고칠 것 ${found.total.toLocaleString('ko-KR')}건${found.late > 0 ? ` · 기한 지남 ${found.late.toLocaleString('ko-KR')}건` : ''}` : '');
  if (query.error) return <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div>;
  return (
    <div className="cd-quality">
      <header className="cd-quality-head">
        <h1>자료 점검</h1>
        <SegmentedControl
          aria-label="누구의 기록" size="xs" value={scope} onChange={(value) => { if (isScope(value)) setScope(value); }}
          data={[{ value: 'mine', label: '내 것' }, { value: 'office', label: office.data ?? '우리 지사', disabled: office.data === null }, { value: 'all', label: '모두' }]}
        />
        {found ? <span className="cd-soft cd-number">{found.total.toLocaleString('ko-KR')}건</span> : null}
      </header>
      {!found ? <p className="cd-soft cd-pad">{words.loading}</p> : found.total === 0 && found.aside === 0 ? (
        <EmptyState icon={SearchCheck} title="고칠 것이 없습니다.">
          {scope === 'mine' ? '내가 맡은 과제·상담·회의에 빠지거나 어긋나거나 늦은 것이 없습니다.' : '빠지거나 어긋나거나 늦은 기록이 없습니다.'}
        </EmptyState>
      ) : (
        <div className="cd-quality-body" data-waiting={query.isPlaceholderData || undefined}>
          <RuleList place={place} rules={found.rules} total={found.total} aside={found.aside} chosen={id} />
          {found.lines.length === 0 ? <p className="cd-soft cd-pad">{id === 'aside' ? '미뤄 둔 것이 없습니다.' : found.total === 0 ? '고칠 것이 없습니다.' : '이 항목은 모두 고쳤습니다.'} {id === null ? null : <Link href={place}>나머지 보기</Link>}</p> : <Lines found={found} showsOwner={scope !== 'mine'} />}
        </div>
      )}
    </div>
  );
};
