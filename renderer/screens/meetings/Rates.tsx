/** 출석률: how often the members of a mini-cluster came in a period. 연인원 and 실인원 stand apart, each with its name. */
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import './meetings.css';

const isDay = (value: Cell): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const percent = (attended: number, meetings: number): string => (meetings === 0 ? '–' : `${Math.round((attended * 100) / meetings)}%`);

/** How many meetings missed in a row stand out. */
const manyAbsences = 3;

export const AttendanceRates = ({ cluster }: { cluster: string }) => {
  const [from, setFrom] = useState<Cell>(`${today().slice(0, 4)}-01-01`);
  const [until, setUntil] = useState<Cell>(today());
  const ready = isDay(from) && isDay(until);
  const found = useQuery({
    queryKey: ['attendance', 'meeting', 'meeting_cluster', 'membership', 'person', 'organisation', 'rates', cluster, from, until], enabled: ready, placeholderData: (before) => before,
    queryFn: () => api.meetings.attendance.rates.query({ cluster, from: String(from), until: String(until) }),
  });
  const rates = found.data;
  return (
    <Section title="출석률">
      <div className="cd-row-wrap cd-rates-period"><DateField label="부터" value={from} onChange={setFrom} /><DateField label="까지" value={until} onChange={setUntil} /></div>
      {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {!rates ? <p className="cd-soft">{words.loading}</p> : (
        <>
          <p className="cd-small cd-number cd-rates-sum">
            열린 회의 {rates.listed + rates.unlisted}회{rates.unlisted > 0 ? ` (명부 없는 회의 ${rates.unlisted}회는 출석률에서 뺌)` : ''} · 참석 연인원 {rates.attendances.toLocaleString('ko-KR')}명 · 참석 실인원 {rates.distinct.toLocaleString('ko-KR')}명{rates.headcount > 0 ? ` · 명부 없는 인원 ${rates.headcount.toLocaleString('ko-KR')}명` : ''}
          </p>
          {rates.members.length === 0 ? <p className="cd-soft">이 기간에 명부가 있는 회의가 없습니다. 회의에서 출석을 표시하면 여기에 모입니다.</p> : (
            <Table verticalSpacing={3} aria-label="회원 출석률">
              <Table.Thead><Table.Tr><Table.Th>회원</Table.Th><Table.Th>소속</Table.Th><Table.Th className="cd-amount">대상</Table.Th><Table.Th className="cd-amount">참석</Table.Th><Table.Th className="cd-amount">위임</Table.Th><Table.Th className="cd-amount">출석률</Table.Th><Table.Th className="cd-amount">연속 불참</Table.Th><Table.Th>마지막 참석</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {rates.members.map((one) => (
                  <Table.Tr key={one.member}>
                    <Table.Td>{one.name}</Table.Td>
                    <Table.Td>{one.isOrganisation ? '단체 회원' : one.organisation_name}</Table.Td>
                    <Table.Td className="cd-number cd-amount">{one.meetings}</Table.Td>
                    <Table.Td className="cd-number cd-amount">{one.attended}</Table.Td>
                    <Table.Td className="cd-number cd-amount">{one.proxies}</Table.Td>
                    <Table.Td className="cd-number cd-amount">{percent(one.attended, one.meetings)}</Table.Td>
                    <Table.Td className="cd-number cd-amount">{one.absences >= manyAbsences ? <span className="cd-late">{one.absences}회</span> : one.absences === 0 ? '' : `${one.absences}회`}</Table.Td>
                    <Table.Td className="cd-number">{one.last_on}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
          <p className="cd-soft cd-small">그날 회원이던 회의만 셉니다. 위임은 참석으로 세지 않지만 연속 불참을 끊습니다.</p>
        </>
      )}
    </Section>
  );
};
