/** Sessions and meetings of a task, each one click away; other sessions can be linked. */
import { ActionIcon, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Unlink } from 'lucide-react';
import { useLocation } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import { formatLength } from '../../../db/korean/parse-span.ts';
import { session } from '../../../db/sessions/fields.ts';
import type { TaskRelations } from '../../../db/tasks/api.ts';
import { api } from '../../api.ts';
import { sessionLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { sentenceOf } from '../../refusal.ts';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });

export const TaskLinks = ({ task, relations }: { task: string; relations: TaskRelations }) => {
  const [, go] = useLocation();
  const meetings = [
    ...(relations.sourceMeeting ? [{ id: relations.sourceMeeting.id, title: relations.sourceMeeting.title, note: `${relations.sourceMeeting.start_on} · 이 회의에서 발굴` }] : []),
    ...relations.agenda.map((item) => ({ id: item.meeting, title: item.meeting_title ?? '상위 기록 미도착', note: `안건: ${item.title}` })),
  ];
  return (
    <>
      <Section title="상담" count={relations.sessions.length}>
        {relations.sessions.length === 0 ? <p className="cd-soft">연결된 상담이 없습니다. 아래에서 기업 이름이나 날짜로 찾아 연결해 주세요.</p> : (
          <Table verticalSpacing={3}>
            <Table.Thead><Table.Tr><Table.Th>일자</Table.Th><Table.Th>코디네이터</Table.Th><Table.Th>애로 요지</Table.Th><Table.Th>결과</Table.Th><Table.Th><span className="cd-only-spoken">끊기</span></Table.Th></Table.Tr></Table.Thead>
            <Table.Tbody>
              {relations.sessions.map((one) => (
                <Table.Tr key={one.id}>
                  <Table.Td className="cd-number cd-nowrap"><button type="button" className="cd-link" onClick={() => go(`/sessions/${one.id}`)}>{one.visit_on}</button>{one.isSource ? <div className="cd-small cd-soft">발굴 상담</div> : null}</Table.Td>
                  <Table.Td className="cd-nowrap">{one.coordinator}{one.minutes === null ? null : <div className="cd-small cd-soft">{formatLength(one.minutes)}</div>}</Table.Td>
                  <Table.Td><div className="cd-two-lines">{one.summary}</div></Table.Td>
                  <Table.Td className="cd-nowrap">{labelOf(session.fields.result, one.result)}</Table.Td>
                  <Table.Td><ActionIcon variant="subtle" color="gray" aria-label={`${one.visit_on} 상담 연결 끊기`} title="연결 끊기" onClick={() => void api.sessions.unlink.mutate({ session: one.id, task }).catch(say)}><Unlink size={14} aria-hidden /></ActionIcon></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <LinkPicker {...sessionLink} label="상담 연결하기" placeholder="기업 이름이나 일지번호로 찾기" value={null}
          onChange={(id) => { if (id) api.sessions.link.mutate({ session: id, task }).catch(say); }} />
      </Section>
      <Section title="회의" count={meetings.length}>
        {meetings.length === 0 ? <p className="cd-soft">이 과제가 나온 회의가 없습니다. 회의의 안건에서 ‘과제화’하면 여기에 보입니다.</p> : (
          <ul className="cd-plain-list">{meetings.map((one) => <li key={`${one.id} ${one.note}`}><button type="button" className="cd-link" onClick={() => go(`/meetings/${one.id}`)}>{one.title}</button> <span className="cd-small cd-soft">{one.note}</span></li>)}</ul>
        )}
      </Section>
    </>
  );
};
