/** Bodies that take part beside the lead firm: role, share, contact. */
import { ActionIcon, Select, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Trash2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import { parseInteger } from '../../../db/korean/parse-number.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { participant } from '../../../db/tasks/fields.ts';
import type { TaskRelations } from '../../../db/tasks/api.ts';
import { api } from '../../api.ts';
import { organisationLink, personOfLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { sentenceOf } from '../../refusal.ts';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });
const roles = (participant.fields.role.choices ?? []).filter((role) => role.code !== 'lead').map((role) => ({ value: role.code, label: role.ko }));

export const Participants = ({ task, relations }: { task: string; relations: TaskRelations }) => {
  const [, go] = useLocation();
  const change = (id: string, patch: Parameters<typeof api.tasks.participants.change.mutate>[0]['patch']) => void api.tasks.participants.change.mutate({ id, patch }).catch(say);
  const shared = relations.participants.reduce((sum, one) => sum + (one.share_percent ?? 0), 0);
  return (
    <div className="cd-stack">
      <Table verticalSpacing={3} className="cd-bodies">
        <Table.Thead><Table.Tr><Table.Th>기관</Table.Th><Table.Th>역할</Table.Th><Table.Th>지분(%)</Table.Th><Table.Th>담당자</Table.Th><Table.Th><span className="cd-only-spoken">빼기</span></Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{relations.firm ? <button type="button" className="cd-link" onClick={() => go(`/organisations/${relations.firm?.id ?? ''}`)}>{relations.firm.name}</button> : <span className="cd-soft">상위 기록 미도착</span>}</Table.Td>
            <Table.Td><strong>주관</strong></Table.Td>
            <Table.Td className="cd-number cd-soft">{shared > 0 && shared <= 100 ? 100 - shared : ''}</Table.Td>
            <Table.Td className="cd-soft">{relations.firm?.employees === null || relations.firm === null ? '' : `상시근로자 ${relations.firm.employees.toLocaleString('ko-KR')}명`}</Table.Td>
            <Table.Td />
          </Table.Tr>
          {relations.participants.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td><button type="button" className="cd-link" onClick={() => go(`/organisations/${one.organisation}`)}>{one.name ?? '상위 기록 미도착'}</button> <span className="cd-small cd-soft">{labelOf(organisation.fields.kind, one.kind)}</span></Table.Td>
              <Table.Td><Select aria-label={`${one.name ?? ''} 역할`} data={roles} value={one.role} allowDeselect={false} w={84} onChange={(role) => { if (role) change(one.id, { role }); }} /></Table.Td>
              <Table.Td><div className="cd-share"><TypedField label={<span className="cd-only-spoken">{one.name} 지분</span>} value={one.share_percent} read={parseInteger} write={(value) => String(value ?? '')} onChange={(value) => { if (value === null || typeof value === 'number') change(one.id, { share_percent: value }); else say(new Error()); }} /></div></Table.Td>
              <Table.Td><LinkPicker {...personOfLink(one.organisation)} label={<span className="cd-only-spoken">{one.name} 담당자</span>} value={one.person} valueLabel={one.person_name} placeholder="고르기" onChange={(person) => change(one.id, { person })} /></Table.Td>
              <Table.Td><ActionIcon variant="subtle" color="gray" aria-label={`${one.name ?? ''} 빼기`} title="빼기" onClick={() => void api.tasks.participants.remove.mutate({ id: one.id }).catch(say)}><Trash2 size={14} aria-hidden /></ActionIcon></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shared > 100 ? <p className="cd-error" role="alert">참여기관 지분의 합이 {shared}%입니다. 100%를 넘지 않게 고쳐 주세요.</p> : null}
      <LinkPicker
        {...organisationLink} name="participants" label="기관 더하기" placeholder="대학·연구소·기업을 두 글자나 초성으로 찾기" value={null}
        onChange={(id) => { if (id) api.tasks.participants.add.mutate({ task, organisation: id }).catch(say); }}
      />
    </div>
  );
};
