/** The agenda in its order. Enter in the last line adds an item; Alt+↑↓ moves one. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ActionLine } from '../../../db/actions/api.ts';
import type { AgendaLine } from '../../../db/meetings/api.ts';
import { api } from '../../api.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { AgendaCard } from './AgendaCard.tsx';
import { agendaKinds } from './agenda-kinds.ts';
import { say } from './say.ts';
import { Waiting } from './Waiting.tsx';

export type AgendaProps = { meeting: string; items: readonly AgendaLine[]; actions: readonly ActionLine[]; owner: string | null; ownerName: string | null };

export const Agenda = ({ meeting, items, actions, owner, ownerName }: AgendaProps) => {
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState('report');
  const [open, setOpen] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const waiting = useQuery({ queryKey: ['agenda_item', 'meeting', 'meeting_cluster', 'waiting', meeting], queryFn: () => api.meetings.agenda.waiting.query({ id: meeting }) });
  const planned = items.reduce((sum, item) => sum + (item.planned_minutes ?? 0), 0);
  const add = async () => {
    if (title.trim() === '') return;
    try {
      await api.meetings.agenda.add.mutate({ meeting, values: { title: title.trim(), kind } });
      setTitle('');
      box.current?.focus();
    } catch (error) {
      say(error);
    }
  };
  const move = (from: number, by: number) => {
    const ids = items.map((item) => item.id);
    const [id] = ids.splice(from, 1);
    if (id === undefined || from + by < 0 || from + by > ids.length) return;
    ids.splice(from + by, 0, id);
    void api.meetings.agenda.order.mutate({ meeting, ids }).catch(say);
  };
  return (
    <Section title="안건" count={items.length} actions={planned > 0 ? <span className="cd-small cd-soft cd-number">배정 시간 {planned}분</span> : null}>
      <Waiting items={waiting.data ?? []} onTake={(ids) => void api.meetings.agenda.take.mutate({ meeting, ids }).catch(say)} />
      {items.length === 0 ? <p className="cd-soft">아직 안건이 없습니다. 아래에 안건을 쓰고 Enter를 누르면 더해집니다.</p> : (
        <ol className="cd-agenda">
          {items.map((item, index) => (
            <AgendaCard
              key={item.id} item={item} actions={actions.filter((one) => one.agenda_item === item.id)} owner={owner} ownerName={ownerName} number={index + 1} isLast={index === items.length - 1} isOpen={open === item.id} onOpen={() => setOpen(open === item.id ? null : item.id)}
              onMove={(by) => move(index, by)} onRemove={() => void api.meetings.agenda.remove.mutate({ id: item.id }).catch(say)}
            />
          ))}
        </ol>
      )}
      <div className="cd-agenda-new">
        <SegmentedControl aria-label="새 안건의 구분" value={kind} onChange={setKind} data={agendaKinds.map((one) => ({ value: one.code, label: one.ko }))} />
        <TextInput
          ref={box} aria-label="새 안건" placeholder="새 안건" maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) { event.preventDefault(); void add(); } }}
        />
        <Button variant="default" disabled={title.trim() === ''} onClick={() => void add()}>더하기</Button>
      </div>
    </Section>
  );
};
