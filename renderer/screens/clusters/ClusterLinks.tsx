/** Meetings a mini-cluster held and tasks it has. */
import { Button, Table } from '@mantine/core';
import { CalendarSync, Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ClusterRelations } from '../../../db/clusters/api.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { AttendanceRates } from '../meetings/Rates.tsx';

export const ClusterMeetings = ({ cluster, meetings }: { cluster: string; meetings: ClusterRelations['meetings'] }) => {
  const [, go] = useLocation();
  return (
    <>
      <Section title="회의" count={meetings.length} actions={<div className="cd-row-wrap"><Button variant="default" leftSection={<CalendarSync size={14} aria-hidden />} onClick={() => go(`/series/new?cluster=${cluster}`)}>정기 회의</Button><Button leftSection={<Plus size={14} aria-hidden />} onClick={() => go(`/meetings/new?cluster=${cluster}`)}>회의 등록</Button></div>}>
        {meetings.length === 0 ? <p className="cd-soft">아직 회의가 없습니다. ‘회의 등록’을 누르면 그날의 회원이 출석부에 나옵니다.</p> : (
          <Table verticalSpacing={3} className="cd-rows">
            <Table.Thead><Table.Tr><Table.Th>날짜</Table.Th><Table.Th>종류·회차</Table.Th><Table.Th>회의명</Table.Th><Table.Th className="cd-right">참석</Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {meetings.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td className="cd-number cd-nowrap">{one.start_on}</Table.Td>
                  <Table.Td className="cd-nowrap">{labelOf(meeting.fields.kind, one.kind)}{one.round ? ` ${one.round}차` : ''}{one.is_host === 1 ? '' : <span className="cd-soft"> · 공동</span>}</Table.Td>
                  <Table.Td><button type="button" className="cd-link" onClick={() => go(`/meetings/${one.id}`)}>{one.title}</button></Table.Td>
                  <Table.Td className="cd-number cd-right cd-nowrap">{one.present}{one.headcount_only ? <span className="cd-soft"> + {one.headcount_only}</span> : null}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <AttendanceRates cluster={cluster} />
    </>
  );
};

export const ClusterTasks = ({ tasks }: { tasks: ClusterRelations['tasks'] }) => {
  const [, go] = useLocation();
  return (
    <Section title="애로과제" count={tasks.length}>
      {tasks.length === 0 ? <p className="cd-soft">아직 과제가 없습니다. 상담이나 회의 안건을 과제화하면 여기에 보입니다.</p> : (
        <Table verticalSpacing={3} className="cd-rows">
          <Table.Thead><Table.Tr><Table.Th>발굴일</Table.Th><Table.Th>과제명</Table.Th><Table.Th>주관기업</Table.Th><Table.Th>상태</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {tasks.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td className="cd-number cd-nowrap">{one.found_on}</Table.Td>
                <Table.Td><button type="button" className="cd-link" onClick={() => go(`/tasks/${one.id}`)}>{one.title}</button></Table.Td>
                <Table.Td><button type="button" className="cd-link" onClick={() => go(`/organisations/${one.lead_org}`)}>{one.lead_name ?? '상위 기록 미도착'}</button></Table.Td>
                <Table.Td className="cd-nowrap">{labelOf(task.fields.status, one.status)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
};
