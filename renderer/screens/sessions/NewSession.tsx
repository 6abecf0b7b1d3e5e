/** A session written in the full form: people and next action are saved with it, in one step. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { words } from '../../words.ts';
import { FirstFocus } from '../FirstFocus.tsx';
import { FirmSide } from './FirmSide.tsx';
import { asAttendee, People, type Present } from '../../capture/People.tsx';
import { SessionForm } from './SessionForm.tsx';
import '../../parts/layout/record.css';

const without = (people: readonly Present[], person: Present) => people.filter((one) => one.id !== person.id);

export const NewSession = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => {
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const [firm, setFirm] = useState<string | null>(null);
  const [attendees, setAttendees] = useState<readonly Present[]>([]);
  const [companions, setCompanions] = useState<readonly Present[]>([]);
  const [what, setWhat] = useState('');
  const [due, setDue] = useState<Cell>(null);
  if (about.isPending) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const coordinator = about.data?.account?.person ?? null;
  return (
    <div className="cd-record">
      <RecordHeader kind="상담" title="새 상담 일지" onClose={onClose} />
      <div className="cd-session">
        <SessionForm
          isNew draftKey="session:new" onCancel={onClose} onFirm={setFirm}
          values={{ status: 'draft', visit_on: today(), mode: 'visit', coordinator }}
          after={(
            <div className="cd-two">
              <TextInput label="후속 조치" placeholder="다음에 할 일" maxLength={500} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
              <DateField label="기한" value={due} onChange={setDue} />
            </div>
          )}
          onSave={async (patch) => {
            const { status: _status, ...values } = patch;
            const { id } = await api.sessions.create.mutate({
              values, attendees: attendees.map(asAttendee), companions: companions.map(asAttendee),
              nextAction: what.trim() === '' ? null : { what: what.trim(), due_on: typeof due === 'string' ? due : null },
            });
            onMade(id);
          }}
        >
          <div className="cd-two">
            <People label="기업 참석자" people={attendees} firm={firm} onAdd={(one) => setAttendees([...without(attendees, one), one])} onRemove={(one) => setAttendees(without(attendees, one))} />
            <People label="동행자" people={companions} firm={null} onAdd={(one) => setCompanions([...without(companions, one), one])} onRemove={(one) => setCompanions(without(companions, one))} />
          </div>
        </SessionForm>
        <aside className="cd-session-side" aria-label="기업 정보">
          <FirmSide firm={firm} coordinator={coordinator} present={new Set(attendees.map((one) => one.id))} onPerson={(one) => setAttendees([...without(attendees, one), one])} />
        </aside>
      </div>
      <FirstFocus />
    </div>
  );
};
