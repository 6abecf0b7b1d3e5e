/** Who is there against who belongs, and the quorum of each mini-cluster by its own rule. Guests, proxies and people without a name stand apart. */
import type { ClusterQuorum, Roster } from '../../../db/meetings/api.ts';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';

const number = (count: number): string => count.toLocaleString('ko-KR');

/** One cluster's quorum: reached, or how many are missing. */
export const QuorumBadge = ({ quorum, isAlone }: { quorum: ClusterQuorum; isAlone: boolean }) => {
  if (quorum.needed === null || quorum.missing === null) return null;
  const rule = `${quorum.name}: 재적 ${number(quorum.total)}명, 참석 ${number(quorum.present)}명${quorum.countsProxies ? `, 위임 ${number(quorum.proxies)}명 포함` : quorum.proxies > 0 ? `, 위임 ${number(quorum.proxies)}명은 세지 않음` : ''}, 정족수 ${number(quorum.needed)}명(${quorum.percent === null ? '과반수' : `${quorum.percent}%`})`;
  const said = quorum.missing === 0 ? '성립' : `${number(quorum.missing)}명 더`;
  return (
    <span className="cd-quorum" title={rule}>
      <span className="cd-small cd-number">{isAlone ? '' : `${quorum.name} `}정족수 {number(quorum.needed)}{quorum.percent === null ? '' : ` · ${quorum.percent}%`}</span>
      <StatusBadge tone={quorum.missing === 0 ? 'done' : 'waiting'}>{said}</StatusBadge>
    </span>
  );
};

export const Counter = ({ counts, quorums }: { counts: Roster['counts']; quorums: Roster['quorums'] }) => {
  const apart = [
    counts.proxies > 0 ? `위임 ${number(counts.proxies)}` : '', counts.idleProxies > 0 ? `받은 사람이 없는 위임 ${number(counts.idleProxies)}` : '',
    counts.walkIns > 0 ? `비회원 ${number(counts.walkIns)}` : '', counts.headcount > 0 ? `명부 없는 인원 ${number(counts.headcount)}` : '',
  ].filter(Boolean);
  return (
    <div className="cd-counter" role="status" aria-live="polite">
      <span className="cd-number">회원 참석 <strong>{number(counts.membersPresent)}</strong> / {number(counts.membersTotal)}</span>
      {quorums.map((one) => <QuorumBadge key={one.cluster} quorum={one} isAlone={quorums.length === 1} />)}
      {apart.length > 0 ? <span className="cd-small cd-soft cd-number">{apart.join(' · ')}</span> : null}
    </div>
  );
};
