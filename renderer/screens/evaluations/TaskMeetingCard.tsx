/** One meeting a task was before: decision, mean, and what each evaluator said. */
import { Table } from '@mantine/core';
import { useLocation } from 'wouter';
import { recusalIn } from '../../../db/evaluations/score.ts';
import type { TaskMeeting } from '../../../db/evaluations/api.ts';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { decisionName, decisionTone, kindName, roleName, spreadText, wonWords } from './words.ts';

export const TaskMeetingCard = ({ meeting }: { meeting: TaskMeeting }) => {
  const [, go] = useLocation();
  return (
    <article className="cd-ev-card">
      <header>
        <button type="button" className="cd-link" onClick={() => go(`/evaluations/${meeting.committee}`)}>{meeting.name}</button>
        <span className="cd-small cd-soft cd-number">{meeting.held_on} · {kindName(meeting.kind)}</span>
        {meeting.decision === null ? <span className="cd-small cd-soft">아직 결정하지 않았습니다.</span> : <StatusBadge tone={decisionTone[meeting.decision] ?? 'waiting'}>{decisionName(meeting.decision)}</StatusBadge>}
      </header>
      <p className="cd-facts">
        <span>평균 <b className="cd-number">{meeting.mean ?? '−'}</b></span>
        {meeting.low === null ? null : <span>최저–최고 <b className="cd-number">{spreadText(meeting)}</b></span>}
        {meeting.amount === null ? null : <span>선정 금액 <b className="cd-number">{wonWords(meeting.amount)}</b></span>}
        {meeting.conditions ? <span>조건 <b>{meeting.conditions}</b></span> : null}
        {meeting.reason ? <span>사유 <b>{meeting.reason}</b></span> : null}
      </p>
      {meeting.scores.length === 0 ? <p className="cd-small cd-soft">위원이 없습니다.</p> : (
        <Table verticalSpacing={2} className="cd-ev-table">
          <Table.Thead><Table.Tr><Table.Th className="cd-ev-person">위원</Table.Th><Table.Th className="cd-ev-figure">점수</Table.Th><Table.Th>의견</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {meeting.scores.map((one) => (
              <Table.Tr key={one.person}>
                <Table.Td className="cd-ev-person"><span>{one.name}{one.role === 'chair' ? ` (${roleName(one.role)})` : ''}</span><span className="cd-small cd-soft cd-ev-line">{one.organisation_name}</span></Table.Td>
                <Table.Td className="cd-number cd-ev-figure">{one.is_recused === 1 ? <span className="cd-soft">{recusalIn(one.recusal_reason).kind}</span> : (one.score ?? '−')}</Table.Td>
                <Table.Td>{one.is_recused === 1 ? <span className="cd-small cd-soft">{recusalIn(one.recusal_reason).reason}</span> : <span className="cd-ev-said">{one.opinion}</span>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </article>
  );
};
