/** 통계 of a meeting in one line. */
import type { Statistics } from '../../../db/evaluations/api.ts';
import { wonWords } from './words.ts';

export const Stats = ({ statistics: of }: { statistics: Statistics }) => (
  <dl className="cd-ev-stats">
    <div><dt>상정</dt><dd>{of.tasks}</dd></div>
    <div><dt>심의</dt><dd>{of.reviewed}</dd></div>
    <div data-main><dt>선정</dt><dd>{of.selected}</dd></div>
    <div><dt>탈락</dt><dd>{of.rejected}</dd></div>
    {of.supplement > 0 ? <div><dt>보완</dt><dd>{of.supplement}</dd></div> : null}
    {of.postponed > 0 ? <div><dt>보류</dt><dd>{of.postponed}</dd></div> : null}
    {of.undecided > 0 ? <div><dt>미결정</dt><dd>{of.undecided}</dd></div> : null}
    <div title="선정 ÷ 심의. 보류한 과제는 심의에 넣지 않습니다."><dt>선정률</dt><dd>{of.rate === null ? '−' : `${of.rate}%`}</dd></div>
    <div><dt>신청</dt><dd>{wonWords(of.requested)}</dd></div>
    <div data-main><dt>선정 금액</dt><dd>{wonWords(of.granted)}</dd></div>
  </dl>
);
