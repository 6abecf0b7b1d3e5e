/** How many members of each kind there are on the day; a kind narrows the list. */
import { UnstyledButton } from '@mantine/core';
import type { ClusterRelations } from '../../../db/clusters/api.ts';
import { memberKinds } from './words.ts';

export type MemberCountsProps = { relations: ClusterRelations; date: string; kind: string | null; onKind: (kind: string | null) => void };

const signed = (change: number): string => (change === 0 ? '±0' : change > 0 ? `+${change.toLocaleString('ko-KR')}` : `△${(-change).toLocaleString('ko-KR')}`);

export const MemberCounts = ({ relations: { counts, yearBefore }, date, kind, onKind }: MemberCountsProps) => {
  const before = Number(date.slice(0, 4)) - 1;
  return (
    <div className="cd-counts" role="group" aria-label={`${date} 회원 구성`}>
      <UnstyledButton className="cd-count-box" aria-pressed={kind === null} onClick={() => onKind(null)}><span>회원 계</span><strong className="cd-number">{counts.members.toLocaleString('ko-KR')}</strong></UnstyledButton>
      {memberKinds.map((one) => (
        <UnstyledButton key={one.code} className="cd-count-box" aria-pressed={kind === one.code} onClick={() => onKind(kind === one.code ? null : one.code)}>
          <span>{one.ko}</span><strong className="cd-number">{(counts.byKind[one.code] ?? 0).toLocaleString('ko-KR')}</strong>
        </UnstyledButton>
      ))}
      <p className="cd-small cd-soft cd-number">개인 {counts.persons.toLocaleString('ko-KR')}명 · 기관 {counts.organisations.toLocaleString('ko-KR')}곳<br />{before}년 말 대비 {signed(counts.members - yearBefore.members)}</p>
    </div>
  );
};
