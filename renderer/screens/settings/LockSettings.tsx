/** 마감: days, months or quarters in which sessions and meetings of the office no longer change. */
import { Button, Modal, SegmentedControl, Table, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { LockLine } from '../../../db/sessions/api.ts';
import { lockUnits } from '../../../db/reference/choices/session.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

type Unit = (typeof lockUnits)[number]['code'];
const units = lockUnits.map(({ code, ko }) => ({ value: code, label: ko }));
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

type Asked = { kind: 'lock' } | { kind: 'open'; lock: LockLine & { name: string } };

export const LockSettings = () => {
  const found = useQuery({ queryKey: ['period_lock', 'account', 'locks'], queryFn: () => api.sessions.locks.list.query() });
  const [asked, setAsked] = useState<Asked | null>(null);
  if (found.error) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { office, mayLock, locks } = found.data;
  return (
    <Section title="마감" actions={<Button leftSection={<Lock size={14} aria-hidden />} disabled={!mayLock} onClick={() => setAsked({ kind: 'lock' })}>기간 마감하기</Button>}>
      <p className="cd-soft">{office}의 상담과 회의는 마감한 기간 안에서 등록·수정·이동·삭제할 수 없습니다.{mayLock ? '' : ' 지사장·팀장이 마감하고 풉니다.'}</p>
      {locks.length === 0 ? <p className="cd-soft">아직 마감한 기간이 없습니다.</p> : (
        <Table>
          <Table.Thead><Table.Tr><Table.Th>기간</Table.Th><Table.Th>상태</Table.Th><Table.Th>처리</Table.Th><Table.Th>사유</Table.Th><Table.Th /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {locks.map((lock) => (
              <Table.Tr key={lock.id}>
                <Table.Th scope="row">{lock.name} <span className="cd-soft cd-number cd-small">{lock.from_on}–{lock.until_on}</span></Table.Th>
                <Table.Td className="cd-nowrap">{lock.is_open === 1 ? '풀림' : '마감'}</Table.Td>
                <Table.Td>{lock.by} <span className="cd-number cd-soft">{lock.on_date}</span></Table.Td>
                <Table.Td>{lock.reason}</Table.Td>
                <Table.Td>{lock.is_open === 1 ? null : <Button size="compact-sm" variant="default" disabled={!mayLock} leftSection={<LockOpen size={13} aria-hidden />} onClick={() => setAsked({ kind: 'open', lock })}>풀기</Button>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Modal opened={asked !== null} onClose={() => setAsked(null)} size={460} closeButtonProps={{ 'aria-label': words.close }} title={asked?.kind === 'open' ? `${asked.lock.name} 마감 풀기` : '기간 마감하기'}>
        {asked ? <Asking asked={asked} onClose={() => setAsked(null)} /> : null}
      </Modal>
    </Section>
  );
};

/** The month before this one: what is usually locked. */
const lastMonth = (): string => { const day = new Date(`${today()}T00:00:00Z`); day.setUTCDate(0); return day.toISOString().slice(0, 10); };

const Asking = ({ asked, onClose }: { asked: Asked; onClose: () => void }) => {
  const [unit, setUnit] = useState<Unit>('month');
  const [day, setDay] = useState<string | null>(lastMonth());
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const preview = useQuery({ queryKey: ['session', 'locks', 'preview', unit, day], queryFn: () => api.sessions.locks.preview.query({ unit, day: day ?? '' }), enabled: asked.kind === 'lock' && isDay(day) });
  const run = () => {
    setFailure(null);
    const work = asked.kind === 'open' ? api.sessions.locks.open.mutate({ id: asked.lock.id, reason }) : api.sessions.locks.lock.mutate({ unit, day: day ?? '', reason });
    (work as Promise<unknown>).then(onClose, setFailure);
  };
  return (
    <form className="cd-stack" noValidate onSubmit={(event) => { event.preventDefault(); run(); }}>
      {failure ? <FailureNotice error={failure} /> : null}
      {asked.kind === 'lock' ? (
        <>
          <SegmentedControl aria-label="마감 단위" data={units} value={unit} onChange={(next) => setUnit(next as Unit)} />
          <DateField label="기간에 드는 날" value={day} onChange={(value) => setDay(value === null ? null : String(value))} />
          {preview.data ? <p className="cd-soft">{preview.data.name}({preview.data.from}–{preview.data.until}): 상담 {preview.data.sessions}건{preview.data.unconfirmed > 0 ? <strong className="cd-late">, 아직 확정하지 않은 것 {preview.data.unconfirmed}건</strong> : ', 모두 확정되었습니다'}</p> : null}
        </>
      ) : null}
      <Textarea label={<FieldLabel ko="사유" required />} autosize minRows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className="cd-row-wrap cd-end"><Button type="submit">{asked.kind === 'open' ? '풀기' : '마감하기'}</Button><Button variant="default" onClick={onClose}>{words.cancel}</Button></div>
    </form>
  );
};
