/** A judgement in a word, with its points and reasons. */
import type { Reason, Verdict } from '../../../db/identity/api.ts';

export const verdictWord: Readonly<Record<Verdict, string>> = {
  same: '같은 곳', branch: '본점·지점', 'same-firm-other-site': '같은 기업, 다른 사업장', ask: '확인 필요', different: '다른 곳',
};

export const VerdictMark = ({ verdict, score }: { verdict: Verdict; score: number }) => (
  <span className="cd-identity-verdict" data-verdict={verdict}><b className="cd-number">{score}</b> {verdictWord[verdict]}</span>
);

/** Why, each with its points. */
export const Reasons = ({ reasons }: { reasons: readonly Reason[] }) => (
  <ul className="cd-identity-reasons" aria-label="판단한 까닭">
    {reasons.map(({ ko, points }) => (
      <li key={ko}>{ko}{points === 0 ? null : <b className="cd-number" data-against={points < 0 || undefined}>{points > 0 ? `+${points}` : `−${-points}`}</b>}</li>
    ))}
  </ul>
);
