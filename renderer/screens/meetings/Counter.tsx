/** Who is there against who belongs: 참석 12 / 회원 30 (정족수 16). Guests and people without a name stand apart. */
import type { Roster } from '../../../db/meetings/api.ts';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';

const number = (count: number): string => count.toLocaleString('ko-KR');

export const Counter = ({ counts }: { counts: Roster['counts'] }) => {
  const apart = [
    counts.proxies > 0 ? `대리 ${number(counts.proxies)}` : '', counts.walkIns > 0 ? `비회원 ${number(counts.walkIns)}` : '',
    counts.headcount > 0 ? `명부 없는 인원 ${number(counts.headcount)}` : '',
  ].filter(Boolean);
  return (
    <div className="cd-counter" role="status" aria-live="polite">
      <span className="cd-number">
        참석 <strong>{number(counts.membersPresent)}</strong> / 회원 {number(counts.membersTotal)}
        {counts.quorum === null ? '' : ` (정족수 ${number(counts.quorum)}${counts.quorumPercent === null ? '' : ` · ${counts.quorumPercent}%`})`}
      </span>
      {counts.quorum === null ? null : counts.membersPresent >= counts.quorum ? <StatusBadge tone="done">성립</StatusBadge> : <StatusBadge tone="waiting">{`${number(counts.quorum - counts.membersPresent)}명 더`}</StatusBadge>}
      {apart.length > 0 ? <span className="cd-small cd-soft cd-number">{apart.join(' · ')}</span> : null}
    </div>
  );
};
