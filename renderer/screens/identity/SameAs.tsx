/** The other records of an open body: that it is the same as another, what was merged into it, what carries its number. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { SameAs as Found } from '../../../db/identity/api.ts';
import { formatBusinessNumber } from '../../../db/korean/identifiers.ts';
import { withParticle } from '../../../db/korean/particle.ts';
import { api } from '../../api.ts';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import './identity.css';

const day = (iso: string): string => new Date(iso).toLocaleDateString('ko-KR');

const Merged = ({ one, onUndo, onSplit }: { one: Found['merged'][number]; onUndo: (action: number) => void; onSplit: () => void }) => (
  <li>
    <Link href={`/organisations/${one.id}`}>{one.name}</Link>
    <span className="cd-small cd-soft">{[one.address, one.at === null ? null : `${day(one.at)} ${one.by ?? ''} 합침`].filter(Boolean).join(' · ')}</span>
    {one.action === null
      ? <Button size="compact-xs" variant="default" title="이 기록만 다시 나눕니다. 옮겨 온 기록은 그대로 둡니다." onClick={onSplit}>나누기</Button>
      : <Button size="compact-xs" variant="default" onClick={() => { if (one.action !== null) onUndo(one.action); }}>되돌리기</Button>}
  </li>
);

export const SameAs = ({ organisation }: { organisation: string }) => {
  const [, go] = useLocation();
  const undo = useUndo();
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['organisation', 'account', 'same as', organisation], queryFn: () => api.identity.sameAs.query({ id: organisation }) });
  if (!found.data) return null;
  const { canonical, merged, sameNumber } = found.data;
  const pair = (other: string) => go(`/identity/${encodeURIComponent([organisation, other].sort().join('~'))}`);
  if (canonical === null && merged.length === 0 && sameNumber.length === 0) return null;
  const [twin] = sameNumber;
  return (
    <div className="cd-same-as" role="status">
      <GitMerge size={15} aria-hidden />
      <div>
        {canonical ? <p><span>이 기록은 <Link href={`/organisations/${canonical.id}`}>{canonical.name}</Link>{withParticle(canonical.name, '과/와').slice(canonical.name.length)} 같은 곳입니다. 목록과 보고에는 그 기록으로 나옵니다.</span></p> : null}
        {twin && canonical === null ? (
          <p>
            같은 사업자등록번호{twin.business_no ? ` ${formatBusinessNumber(twin.business_no)}` : ''} {sameNumber.length + 1}건: {sameNumber.map((one) => <Link key={one.id} href={`/organisations/${one.id}`}>{one.name}</Link>)}
            <Button size="compact-xs" onClick={() => pair(twin.id)}>하나로 합치기</Button>
          </p>
        ) : null}
        {merged.length > 0 && canonical === null ? (
          <>
            <p>이 기록에 합친 기록 {merged.length}건</p>
            <ul>
              {merged.map((one) => (
                <Merged key={one.id} one={one} onUndo={(action) => undo.undo(String(action))} onSplit={() => { setFailure(null); api.identity.split.mutate({ id: one.id }).catch(setFailure); }} />
              ))}
            </ul>
          </>
        ) : null}
        {failure ? <FailureNotice error={failure} /> : null}
      </div>
    </div>
  );
};
