/** Officers with their terms; who serves on the day asked about comes first. */
import { ActionIcon, Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { OfficerLine } from '../../../db/clusters/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { personOfLink } from '../../links.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { sentenceOf } from '../../refusal.ts';
import { officerRoles, roleName } from './words.ts';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });
const anybody = personOfLink(null);

const NewOfficer = ({ cluster }: { cluster: string }) => {
  const [round, setRound] = useState(0);
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState<Cell>('chair');
  const [from, setFrom] = useState<Cell>(today());
  const [to, setTo] = useState<Cell>(null);
  const add = async () => {
    if (!person || typeof role !== 'string' || typeof from !== 'string') return;
    try {
      await api.clusters.officers.add.mutate({ cluster, person, role, from_on: from, to_on: typeof to === 'string' ? to : null });
      setPerson(null);
      setRound(round + 1);
    } catch (error) {
      say(error);
    }
  };
  return (
    <div className="cd-line-form">
      <ChoiceField label="직책" choices={officerRoles} value={role} onChange={setRole} required />
      <LinkPicker key={round} {...anybody} label="임원" value={person} onChange={setPerson} />
      <div className="cd-line-day"><DateField label="임기 시작" value={from} onChange={setFrom} /></div>
      <div className="cd-line-day"><DateField label="임기 끝" value={to} onChange={setTo} /></div>
      <Button variant="default" disabled={!person} onClick={() => void add()}>더하기</Button>
    </div>
  );
};

/** Days before the end of a term that are worth a word. */
const soon = 90;

const TermEnd = ({ officer }: { officer: OfficerLine }) => {
  if (officer.to_on === null || officer.is_serving === 0) return null;
  const days = Math.round((Date.parse(officer.to_on) - Date.parse(today())) / 86_400_000);
  if (days > soon) return null;
  return <span className={`cd-small cd-term ${days < 0 ? 'cd-soft' : 'cd-late'}`}>{days < 0 ? '임기 끝남' : days === 0 ? '오늘 임기 끝' : `임기 D-${days}`}</span>;
};

export const Officers = ({ cluster, officers }: { cluster: string; officers: readonly OfficerLine[] }) => {
  const change = (id: string, patch: { from_on?: string; to_on?: string | null }) => void api.clusters.officers.change.mutate({ id, patch }).catch(say);
  return (
    <Section title="임원">
      {officers.length === 0 ? <p className="cd-soft">아직 임원이 없습니다. 회장·총무를 정하면 임기와 함께 남습니다.</p> : (
        <Table verticalSpacing={3} className="cd-rows">
          <Table.Thead><Table.Tr><Table.Th>직책</Table.Th><Table.Th>성명</Table.Th><Table.Th>소속</Table.Th><Table.Th>임기 시작</Table.Th><Table.Th>임기 끝</Table.Th><Table.Th><span className="cd-only-spoken">지우기</span></Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {officers.map((one) => (
              <Table.Tr key={one.id} data-past={one.is_serving === 0 || undefined}>
                <Table.Td className="cd-nowrap">{roleName(one.role)}<TermEnd officer={one} /></Table.Td>
                <Table.Td className="cd-nowrap">{one.person_name ?? '상위 기록 미도착'}</Table.Td>
                <Table.Td>{one.organisation_name} <span className="cd-small cd-soft">{one.position}</span></Table.Td>
                <Table.Td className="cd-day"><DateField label={<span className="cd-only-spoken">{one.person_name} 임기 시작</span>} value={one.from_on} onChange={(day) => { if (typeof day === 'string') change(one.id, { from_on: day }); }} /></Table.Td>
                <Table.Td className="cd-day"><DateField label={<span className="cd-only-spoken">{one.person_name} 임기 끝</span>} value={one.to_on} onChange={(day) => { if (day === null || typeof day === 'string') change(one.id, { to_on: day }); }} /></Table.Td>
                <Table.Td><ActionIcon variant="subtle" color="gray" aria-label={`${one.person_name ?? ''} 임원 기록 지우기`} title="지우기" onClick={() => void api.clusters.officers.remove.mutate({ id: one.id }).catch(say)}><Trash2 size={14} aria-hidden /></ActionIcon></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <NewOfficer cluster={cluster} />
    </Section>
  );
};
