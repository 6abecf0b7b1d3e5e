/** 중복 확인: pairs of records that may be one body, decided one after the other. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, CopyCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import type { ScreenProps } from '../../places.ts';
import { words } from '../../words.ts';
import { putCandidateCount } from './candidate-count.ts';
import { Compare, type Answer } from './Compare.tsx';
import { pairKey, Queue } from './Queue.tsx';
import './identity.css';

/** Pairs shown at a time. */
const most = 200;
const tables = ['organisation', 'distinct_pair', 'site', 'organisation_past'];

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const undo = useUndo();
  const client = useQueryClient();
  const [later, setLater] = useState<readonly string[]>([]);
  const query = useQuery({ queryKey: [...tables, 'identity queue'], queryFn: ({ signal }) => api.identity.candidates.query({ start: 0, end: most }, { signal }), placeholderData: (kept) => kept });
  const found = query.data;
  const pairs = found ? [...found.pairs.filter((pair) => !later.includes(pairKey(pair))), ...found.pairs.filter((pair) => later.includes(pairKey(pair)))] : [];
  const first = pairs[0];
  // An address may name a pair that is not in the queue: two records somebody chose.
  const chosen = id ?? (first ? pairKey(first) : null);
  const [one = '', other = ''] = chosen?.split('~') ?? [];
  useStatusText(found ? `중복일 수 있는 기록 ${found.total.toLocaleString('ko-KR')}쌍` : '');
  useEffect(() => { if (found) putCandidateCount(client, found.total); }, [client, found]);
  const choose = (key: string) => go(`${place}/${encodeURIComponent(key)}`, { replace: true });
  const next = () => {
    const at = pairs.findIndex((pair) => pairKey(pair) === chosen);
    const following = pairs[at + 1] ?? pairs.find((pair) => pairKey(pair) !== chosen);
    if (following) choose(pairKey(following));
    else go(place, { replace: true });
  };
  const answered = ({ kind, action, names }: Answer) => {
    const [into = '', from = ''] = names;
    notifications.show({
      id: 'identity', closeButtonProps: { 'aria-label': words.close }, message: (
        <div className="cd-toast">
          <span>{kind === 'merged' ? `합쳤습니다: ${into} ← ${from}` : `다른 곳으로 확인했습니다: ${into} · ${from}`}</span>
          <Button size="compact-xs" variant="default" onClick={() => { notifications.hide('identity'); undo.undo(String(action)); }}>{words.undo}</Button>
        </div>
      ),
    });
    next();
  };
  if (query.error) return <div className="cd-pad"><FailureNotice error={query.error} onRetry={() => void query.refetch()} /></div>;
  return (
    <div className="cd-identity">
      <header className="cd-identity-head">
        <Button variant="subtle" size="compact-sm" leftSection={<ArrowLeft size={14} aria-hidden />} onClick={() => go('/organisations')}>기업·기관</Button>
        <h1>중복 확인</h1>
        {found ? <span className="cd-soft cd-number">{found.total.toLocaleString('ko-KR')}쌍</span> : null}
      </header>
      {!found ? <p className="cd-soft cd-pad">{words.loading} 기업이 많으면 몇 초 걸립니다.</p> : chosen === null ? (
        <EmptyState icon={CopyCheck} title="확인할 중복이 없습니다." action={{ label: '기업·기관으로', onClick: () => go('/organisations') }}>
          이름·사업자등록번호·주소·전화가 비슷한 기록이 생기면 여기에 나옵니다.
        </EmptyState>
      ) : (
        <div className="cd-identity-body">
          <Queue pairs={pairs} total={found.total} chosen={chosen} onChoose={choose} />
          <Compare key={chosen} ids={[one, other]} onAnswer={answered} onLater={() => { setLater((kept) => [...kept.filter((key) => key !== chosen), chosen]); next(); }} />
        </div>
      )}
    </div>
  );
};
