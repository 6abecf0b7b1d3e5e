/** 심의할 과제 올리기: tasks that wait for a committee, several at once. */
import { Button, Checkbox, Modal, Table, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { Conflict } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { matchesTyped } from '../../parts/form/ChoiceField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { sheetTables, wonText } from './words.ts';

export type WaitingPickerProps = { committee: string; onClose: () => void; onAdded: (conflicts: readonly Conflict[]) => void };

export const WaitingPicker = ({ committee, onClose, onAdded }: WaitingPickerProps) => {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const found = useQuery({ queryKey: [...sheetTables, 'waiting', committee], queryFn: () => api.evaluations.waiting.query({ committee }) });
  const all = found.data ?? [];
  const shown = all.filter((one) => text.trim().split(/\s+/).every((word) => matchesTyped(`${one.title} ${one.task_no ?? ''} ${one.lead_name ?? ''} ${one.coordinator_name ?? ''}`, word)));
  const picked = all.filter((one) => chosen.has(one.id)).map((one) => one.id);
  const isAll = shown.length > 0 && shown.every((one) => chosen.has(one.id));
  const add = async () => {
    setBusy(true);
    setFailure(null);
    try {
      onAdded((await api.evaluations.tasks.add.mutate({ committee, tasks: picked })).conflicts);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} size={760} title="심의할 과제 올리기" closeButtonProps={{ 'aria-label': words.close }}>
      <div className="cd-stack">
        <TextInput data-autofocus aria-label="과제 찾기" placeholder="과제·기업·코디네이터, 초성" leftSection={<Search size={14} aria-hidden />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        {failure ? <FailureNotice error={failure} /> : null}
        {!found.data ? <p className="cd-soft">{words.loading}</p> : all.length === 0 ? (
          <p className="cd-soft">기다리는 과제가 없습니다. 과제에서 사업계획서와 사업비를 채우고 심의 경로를 위원회로 정한 뒤 ‘심의중’으로 보내면 여기에 나옵니다. 다른 회의에 올라 있는 과제는 나오지 않습니다.</p>
        ) : (
          <div className="cd-ev-pick">
            <Table verticalSpacing={3} className="cd-ev-table" stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th className="cd-ev-check"><Checkbox aria-label="보이는 과제 모두 고르기" checked={isAll} indeterminate={picked.length > 0 && !isAll} onChange={(event) => { const next = new Set(chosen); for (const one of shown) { if (event.currentTarget.checked) next.add(one.id); else next.delete(one.id); } setChosen(next); }} /></Table.Th>
                  <Table.Th>과제 · 주관기업</Table.Th><Table.Th className="cd-ev-person">코디네이터</Table.Th><Table.Th className="cd-ev-won">신청 금액</Table.Th><Table.Th className="cd-ev-day">계획서 제출</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((one) => (
                  <Table.Tr key={one.id} data-chosen={chosen.has(one.id) || undefined}>
                    <Table.Td><Checkbox aria-label={`${one.title} 고르기`} checked={chosen.has(one.id)} onChange={(event) => { const next = new Set(chosen); if (event.currentTarget.checked) next.add(one.id); else next.delete(one.id); setChosen(next); }} /></Table.Td>
                    <Table.Td><span className="cd-ev-line" title={one.title}>{one.title}</span><span className="cd-small cd-soft cd-ev-line">{[one.task_no, one.lead_name].filter(Boolean).join(' · ')}</span></Table.Td>
                    <Table.Td className="cd-ev-person"><span className="cd-ev-line">{one.coordinator_name}</span></Table.Td>
                    <Table.Td className="cd-number cd-ev-won">{wonText(one.requested)}</Table.Td>
                    <Table.Td className="cd-number cd-ev-day">{one.planned_on}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {shown.length === 0 ? <p className="cd-soft">맞는 과제가 없습니다.</p> : null}
          </div>
        )}
        <div className="cd-row-wrap cd-end">
          <span className="cd-soft cd-small">기다리는 과제 {all.length}건</span>
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button disabled={picked.length === 0} loading={busy} onClick={() => void add()}>{picked.length > 0 ? `${picked.length}건 올리기` : '올리기'}</Button>
        </div>
      </div>
    </Modal>
  );
};
