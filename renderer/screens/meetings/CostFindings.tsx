/** What the rules say to a meeting's cost: red or green, with the reason and where the rule comes from. */
import type { CostFinding } from '../../../db/meetings/api.ts';
import { StatusBadge, type BadgeTone } from '../../parts/layout/StatusBadge.tsx';

const wordOf = (finding: CostFinding): [BadgeTone, string] => {
  if (finding.state === 'met') return ['done', '맞음'];
  if (finding.state === 'later') return ['waiting', '회의 뒤'];
  return finding.level === 'block' ? ['late', '어긋남'] : ['paused', '확인 필요'];
};

export const CostFindings = ({ findings, isHeld }: { findings: readonly CostFinding[]; isHeld: boolean }) => {
  const wrong = findings.filter((one) => one.state === 'broken').length;
  if (findings.length === 0) return <p className="cd-soft">이 비용에 맞는 정산 규칙이 없습니다. 설정의 ‘정산 규칙’에서 더할 수 있습니다.</p>;
  return (
    <>
      <p className="cd-check-sum" data-state={wrong === 0 ? 'met' : 'broken'} role="status">{wrong === 0 ? '어긋난 규칙이 없습니다.' : `규칙 ${wrong}개에 어긋납니다. ${isHeld ? '정산하기 전에' : '돈을 쓰기 전에'} 고쳐 주세요.`}</p>
      <ul className="cd-plain-list cd-findings">
        {findings.map((finding) => {
          const [tone, word] = wordOf(finding);
          return (
            <li key={`${finding.rule} ${finding.checks} ${finding.lines.join()}`} data-state={finding.state}>
              <StatusBadge tone={tone}>{word}</StatusBadge>
              <span><strong>{finding.rule}</strong> <span>{finding.reason}</span>{finding.source ? <span className="cd-small cd-soft cd-finding-source">근거: {finding.source}</span> : null}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
};
