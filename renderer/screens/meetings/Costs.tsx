/** 비용과 정산 사전점검: cost lines, and beside them what the rules of the day say, before the money is spent and after. */
import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CostRow } from '../../../db/meetings/api.ts';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { meetingCost } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { CostFindings } from './CostFindings.tsx';
import { say } from './say.ts';

const won = (amount: number): string => amount.toLocaleString('ko-KR');

const Fields = () => (
  <div className="cd-form-grid">
    <FieldInput name="item" autoFocus /><FieldInput name="fund" /><FieldInput name="amount" />
    <FieldInput name="people" help="비우면 참석한 사람 모두입니다." /><FieldInput name="payee" /><FieldInput name="evidence" />
    <div className="cd-wide"><FieldInput name="is_approved" /></div>
  </div>
);

const firstLine: Readonly<Record<string, Cell>> = { item: 'meal', fund: 'national' };

export const Costs = ({ meeting }: { meeting: string }) => {
  const [open, setOpen] = useState<string | null>(null);
  const found = useQuery({ queryKey: ['meeting_cost', 'cost_rule', 'meeting', 'meeting_cluster', 'attendance', 'membership', 'cost-check', meeting], queryFn: () => api.meetings.costs.check.query({ id: meeting }) });
  if (found.error) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { lines, findings, sums, isHeld } = found.data;
  const broken = new Set(findings.filter((one) => one.state === 'broken').flatMap((one) => one.lines));
  const close = () => setOpen(null);
  const valuesOf = (line: CostRow): Record<string, Cell> => ({ ...line, is_approved: line.is_approved ? 1 : 0 });
  const edited = lines.find((line) => line.id === open);
  return (
    <>
      <Section title="비용" count={lines.length} actions={<Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>비용 더하기</Button>}>
        {lines.length === 0 && open !== 'new' ? <p className="cd-soft">쓸 비용을 미리 적으면 정산 규칙에 맞는지 바로 점검합니다.</p> : null}
        {lines.length === 0 ? null : (
          <Table verticalSpacing={4} aria-label="회의 비용">
            <Table.Thead><Table.Tr><Table.Th>항목</Table.Th><Table.Th>재원</Table.Th><Table.Th className="cd-amount">금액(원)</Table.Th><Table.Th className="cd-amount">인원</Table.Th><Table.Th>받는 곳</Table.Th><Table.Th>사전 승인</Table.Th><Table.Th>증빙</Table.Th><Table.Th aria-label="할 일" /></Table.Tr></Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.id} data-broken={broken.has(line.id) || undefined}>
                  <Table.Td><button type="button" className="cd-link" onClick={() => setOpen(line.id)}>{labelOf(meetingCost.fields.item, line.item)}</button></Table.Td>
                  <Table.Td>{labelOf(meetingCost.fields.fund, line.fund)}</Table.Td>
                  <Table.Td className="cd-number cd-amount">{won(line.amount)}</Table.Td>
                  <Table.Td className="cd-number cd-amount">{line.people ?? ''}</Table.Td>
                  <Table.Td>{line.payee}</Table.Td>
                  <Table.Td>{line.is_approved ? '받음' : ''}</Table.Td>
                  <Table.Td>{line.evidence}</Table.Td>
                  <Table.Td className="cd-amount"><Button size="compact-xs" variant="subtle" color="gray" aria-label={`${labelOf(meetingCost.fields.item, line.item)} ${won(line.amount)}원 삭제`} onClick={() => void api.meetings.costs.remove.mutate({ id: line.id }).catch(say)}>삭제</Button></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {sums.length === 0 ? null : <p className="cd-small cd-number cd-sums">{sums.map((one) => `${labelOf(meetingCost.fields.fund, one.fund)} ${won(one.amount)}원`).join(' · ')} · 계 {won(sums.reduce((sum, one) => sum + one.amount, 0))}원</p>}
        {open === 'new' || edited ? (
          <div className="cd-cost-form">
            <FocusFirst key={open}>
              {edited ? (
                <RecordForm type={meetingCost} values={valuesOf(edited)} quick draftKey={`meeting_cost:${edited.id}`} onSaved={close} onCancel={close} onSave={(patch, was) => api.meetings.costs.change.mutate({ id: edited.id, patch, was })}><Fields /></RecordForm>
              ) : (
                <RecordForm type={meetingCost} values={{ ...firstLine, meeting }} isNew quick draftKey={`meeting_cost:new:${meeting}`} saveLabel="비용 더하기" onSaved={close} onCancel={close} onSave={(values) => api.meetings.costs.add.mutate({ meeting, values })}><Fields /></RecordForm>
              )}
            </FocusFirst>
          </div>
        ) : null}
      </Section>
      {lines.length === 0 ? null : (
        <Section title={isHeld ? '정산 점검' : '정산 사전점검'}>
          <CostFindings findings={findings} isHeld={isHeld} />
        </Section>
      )}
    </>
  );
};
