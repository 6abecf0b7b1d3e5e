/** 왜 숫자가 다른가: cells that differ from today, beside the records that make one of them differ. */
import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { FailureNotice, InfoNotice } from '../../parts/notice/Notices.tsx';
import { WhyRecords } from './WhyRecords.tsx';

const count = (value: number): string => (value === 0 ? '-' : value.toLocaleString('en-US'));

export const Differences = ({ id, hasIds }: { id: string; hasIds: boolean }) => {
  const [chosen, choose] = useState<string | null>(null);
  const answer = useQuery({ queryKey: ['frozen', id, 'compare'], queryFn: () => api.frozen.compare.query({ id }), enabled: hasIds, staleTime: 0 });
  if (!hasIds) return <div className="cd-pad"><InfoNotice title="기록 목록이 아직 도착하지 않았습니다.">확정한 기기와 자료를 주고받은 뒤 다시 여세요. 제출한 숫자는 그대로 볼 수 있습니다.</InfoNotice></div>;
  if (answer.isError) return <div className="cd-pad"><FailureNotice error={answer.error} onRetry={() => void answer.refetch()} /></div>;
  if (!answer.data) return <p className="cd-soft cd-pad">지금 자료로 같은 표를 만들어 견주는 중입니다.</p>;
  const { cells, total, definitions, isGone } = answer.data;
  if (isGone) return <div className="cd-pad"><InfoNotice title="이 표는 지금 만들지 않습니다.">제출한 숫자와 그때의 기록만 볼 수 있습니다.</InfoNotice></div>;
  const shown = cells.find(({ key }) => key === chosen) ?? cells[0];
  return (
    <div className="cd-frozen-why">
      <p className="cd-frozen-total">
        {cells.length === 0 && definitions.length === 0 ? '제출한 뒤 달라진 것이 없습니다. 지금 자료로 세어도 같은 숫자입니다.'
          : <>숫자가 다른 칸 <strong>{total.cells}</strong> · 들어온 기록 <strong>{total.added.toLocaleString('en-US')}</strong> · 빠진 기록 <strong>{total.removed.toLocaleString('en-US')}</strong> · 고친 기록 <strong>{total.edited.toLocaleString('en-US')}</strong></>}
      </p>
      {definitions.length === 0 ? null : (
        <ul className="cd-frozen-definitions">
          {definitions.map((one) => <li key={one.ko}>‘{one.ko}’의 정의가 바뀌었습니다: {one.before}판 “{one.formulaBefore}” → {one.now === null ? '지금은 세지 않음' : `${one.now}판 “${one.formulaNow ?? ''}”`}</li>)}
        </ul>
      )}
      {shown === undefined ? null : (
        <div className="cd-frozen-split">
          <div className="cd-frozen-scroll">
            <Table verticalSpacing={3} className="cd-rows" aria-label="달라진 칸">
              <Table.Thead><Table.Tr><Table.Th>칸</Table.Th><Table.Th ta="end">제출본</Table.Th><Table.Th ta="end">지금</Table.Th><Table.Th ta="end">들어옴</Table.Th><Table.Th ta="end">빠짐</Table.Th><Table.Th ta="end">고침</Table.Th></Table.Tr></Table.Thead>
              <Table.Tbody>
                {cells.map((cell) => (
                  <Table.Tr key={cell.key} {...(cell.key === shown.key ? { 'data-chosen': true } : {})}>
                    <Table.Td><button type="button" className="cd-frozen-cell" aria-pressed={cell.key === shown.key} onClick={() => choose(cell.key)}>{[cell.row, cell.column].filter(Boolean).join(' · ')}</button></Table.Td>
                    <Table.Td ta="end" className="cd-number">{cell.before || '-'}</Table.Td><Table.Td ta="end" className="cd-number">{cell.before === cell.now ? '같음' : (cell.now || '-')}</Table.Td>
                    <Table.Td ta="end" className="cd-number">{count(cell.added)}</Table.Td><Table.Td ta="end" className="cd-number">{count(cell.removed)}</Table.Td><Table.Td ta="end" className="cd-number">{count(cell.edited)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
          <WhyRecords key={shown.key} id={id} cell={shown.key} title={[shown.row, shown.column].filter(Boolean).join(' · ')} />
        </div>
      )}
    </div>
  );
};
