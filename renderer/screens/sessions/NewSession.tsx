/** A session written in the full form: people, links and next action are saved with it, in one step, and drafted with it. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { asAttendee, People, type Present } from '../../capture/People.tsx';
import { meetingLink, taskLink } from '../../links.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { words } from '../../words.ts';
import { FirmSide } from './FirmSide.tsx';
import { besideCells, noBeside, readBeside, type Beside } from './kept-beside.ts';
import { LinkedNames } from './LinkedNames.tsx';
import { SessionForm, type TakeOver } from './SessionForm.tsx';
import { useFirm } from './use-firm.ts';
import '../../parts/layout/record.css';

const without = (people: readonly Present[], person: { id: string }) => people.filter((one) => one.id !== person.id);

export const NewSession = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => {
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const [firm, setFirm] = useState<string | null>(null);
  const [beside, setBeside] = useState<Beside>(noBeside);
  const taker = useRef<TakeOver | null>(null);
  const coordinator = about.data?.account?.person ?? null;
  const known = useFirm({ firm, coordinator, on: today() });
  const set = (change: (before: Beside) => Partial<Beside>) => setBeside((before) => ({ ...before, ...change(before) }));
  const join = (side: 'attendees' | 'companions') => (one: Present) => set((before) => ({ [side]: [...without(before[side], one), one] }));
  const leave = (side: 'attendees' | 'companions') => (one: Present) => set((before) => ({ [side]: without(before[side], one) }));
  if (about.isPending) return <p className="cd-soft cd-pad">{words.loading}</p>;
  return (
    <div className="cd-record">
      <RecordHeader kind="상담" title="새 상담 일지" onClose={onClose} />
      <FocusFirst className="cd-session">
        <SessionForm
          isNew draftKey="session:new" onCancel={onClose} onFirm={setFirm} last={known.data?.last ?? null} taker={taker}
          values={{ status: 'draft', visit_on: today(), mode: 'visit', coordinator }}
          beside={{ values: besideCells(beside), restore: (cells) => setBeside(readBeside(cells)) }}
          after={(
            <div className="cd-two">
              <TextInput label="후속 조치" placeholder="다음에 할 일" maxLength={500} value={beside.what} onChange={(event) => { const what = event.currentTarget.value; set(() => ({ what })); }} />
              <DateField label="기한" value={beside.due} onChange={(due) => set(() => ({ due: typeof due === 'string' ? due : null }))} />
              <LinkedNames label="과제" source={taskLink} linked={beside.tasks} onChange={(tasks) => set(() => ({ tasks }))} />
              <LinkedNames label="회의" source={meetingLink} linked={beside.meetings} onChange={(meetings) => set(() => ({ meetings }))} />
            </div>
          )}
          onSave={async (patch) => {
            const { status: _status, ...values } = patch;
            const { id } = await api.sessions.create.mutate({
              values, attendees: beside.attendees.map(asAttendee), companions: beside.companions.map(asAttendee), tasks: beside.tasks.map((one) => one.id), meetings: beside.meetings.map((one) => one.id),
              nextAction: beside.what.trim() === '' ? null : { what: beside.what.trim(), due_on: beside.due },
            });
            onMade(id);
          }}
        >
          <div className="cd-two">
            <People label="기업 참석자" people={beside.attendees} firm={firm} onAdd={join('attendees')} onRemove={leave('attendees')} />
            <People label="동행자" people={beside.companions} firm={null} onAdd={join('companions')} onRemove={leave('companions')} />
          </div>
        </SessionForm>
        <aside className="cd-session-side" aria-label="기업 정보">
          <FirmSide
            firm={firm} coordinator={coordinator} present={new Set(beside.attendees.map((one) => one.id))} onPerson={join('attendees')} onText={(text) => taker.current?.(text)}
            linked={new Set(beside.tasks.map((one) => one.id))} onTask={(id) => { const title = known.data?.tasks.find((one) => one.id === id)?.title ?? '과제'; set((before) => ({ tasks: [...before.tasks.filter((one) => one.id !== id), { id, label: title }] })); }}
            onPeople={(people) => { for (const one of people) join(one.side === 'agency' ? 'companions' : 'attendees')({ id: one.id, name: one.name ?? '', note: one.position }); }}
          />
        </aside>
      </FocusFirst>
    </div>
  );
};
