/** Entry rules of sessions: off, said, or blocked when they are handed in. */
import { NumberInput, SegmentedControl, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GuardCode, GuardLevel } from '../../../db/sessions/api.ts';
import { entryGuards } from '../../../db/reference/choices/session.ts';
import { ruleLevels } from '../../../db/reference/choices/money.ts';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

const levels = ruleLevels.map(({ code, ko }) => ({ value: code, label: ko }));
const limits: Partial<Record<GuardCode, { unit: string; help: string }>> = { 'day-hours': { unit: '분', help: '하루 상담 시간의 한도' }, late: { unit: '일', help: '상담한 날부터 적을 때까지' } };

export const GuardSettings = () => {
  const found = useQuery({ queryKey: ['entry_guard', 'account', 'guards'], queryFn: () => api.sessions.guards.list.query() });
  const [failure, setFailure] = useState<unknown>(null);
  const set = (guard: GuardCode, level: GuardLevel, amount: number | null) => { setFailure(null); api.sessions.guards.set.mutate({ guard, level, amount }).catch(setFailure); };
  if (found.error) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { office, mayChange, guards, shipped } = found.data;
  return (
    <Section title="상담 입력 규칙">
      <p className="cd-soft">{office}의 규칙입니다. 작성중에는 알리기만 하고, ‘막기’인 규칙에 걸린 상담은 제출하거나 확정할 수 없습니다.{mayChange ? '' : ' 지사장·팀장이 바꿀 수 있습니다.'}</p>
      {failure ? <FailureNotice error={failure} /> : null}
      <Table>
        <Table.Thead><Table.Tr><Table.Th>규칙</Table.Th><Table.Th>걸리면</Table.Th><Table.Th>기준</Table.Th><Table.Th>기본</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {entryGuards.map(({ code, ko }) => {
            const { level, amount } = guards[code];
            const limit = limits[code];
            return (
              <Table.Tr key={code}>
                <Table.Th scope="row">{ko}</Table.Th>
                <Table.Td><SegmentedControl aria-label={ko} data={levels} value={level} disabled={!mayChange} onChange={(next) => set(code, next as GuardLevel, amount)} /></Table.Td>
                <Table.Td>{limit ? <Limit key={`${code} ${amount}`} label={`${ko} 기준`} unit={limit.unit} help={limit.help} amount={amount} disabled={!mayChange} onChange={(next) => set(code, level, next)} /> : null}</Table.Td>
                <Table.Td className="cd-soft">{levels.find((one) => one.value === shipped[code].level)?.label}{shipped[code].amount === null ? '' : ` ${shipped[code].amount}${limit?.unit ?? ''}`}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
};

const Limit = ({ label, unit, help, amount, disabled, onChange }: { label: string; unit: string; help: string; amount: number | null; disabled: boolean; onChange: (amount: number) => void }) => {
  const [value, setValue] = useState<number | string>(amount ?? '');
  return <NumberInput aria-label={label} title={help} w="7rem" min={1} max={10_000} hideControls suffix={unit} disabled={disabled} value={value} onChange={setValue} onBlur={() => { if (typeof value === 'number' && value !== amount) onChange(value); }} />;
};
