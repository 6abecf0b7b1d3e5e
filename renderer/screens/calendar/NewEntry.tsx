/** A new session or meeting with its day and hours filled in already. */
import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { parseTime } from '../../../db/korean/parse-time.ts';
import { meetingKinds } from '../../../db/reference/choices/meeting.ts';
import { sessionModes } from '../../../db/reference/choices/session.ts';
import { api } from '../../api.ts';
import { clusterLink, organisationLink } from '../../links.ts';
import { DateField } from '../../parts/form/DateField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export type NewEntryProps = {
  at: { day: string; start: string | null; end: string | null };
  /** The mini-cluster whose calendar is looked at. */
  cluster: { id: string; name: string } | null;
  onClose: () => void;
  onMade: (made: { what: 'session' | 'meeting'; id: string; opens: boolean }) => void;
};

type Fields = { what: 'session' | 'meeting'; day: Cell; start: Cell; end: Cell; who: { id: string; label: string } | null; kind: string; mode: string; title: string };

const text = (value: Cell): string | null => (value === null || value === '' ? null : String(value));

export const NewEntry = ({ at, cluster, onClose, onMade }: NewEntryProps) => {
  const host = cluster === null ? null : { id: cluster.id, label: cluster.name };
  const [fields, setFields] = useState<Fields>({ what: host ? 'meeting' : 'session', day: at.day, start: at.start, end: at.end, who: host, kind: 'steering-committee', mode: 'visit', title: '' });
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (patch: Partial<Fields>): void => setFields((known) => ({ ...known, ...patch }));
  const isSession = fields.what === 'session';

  const save = async (opens: boolean): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const [day, start, end] = [text(fields.day), text(fields.start), text(fields.end)];
    try {
      const { id } = isSession
        ? await api.sessions.create.mutate({ values: { ...(day === null ? {} : { visit_on: day }), start_at: start, end_at: end, mode: 'visit', ...sessionMode(fields.mode), ...(fields.who ? { organisation: fields.who.id } : {}) } })
        : await api.meetings.create.mutate({ values: { ...(fields.title.trim() === '' ? {} : { title: fields.title.trim() }), ...meetingKind(fields.kind), ...(day === null ? {} : { start_on: day }), start_at: start, end_at: end }, clusters: fields.who ? [fields.who.id] : [] });
      onMade({ what: fields.what, id, opens });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || !(event.ctrlKey || event.metaKey) || !['KeyS', 'Enter'].includes(event.code)) return;
    event.preventDefault();
    // What is being typed is read when its box is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setTimeout(() => document.querySelector<HTMLButtonElement>('[data-calendar-save]')?.click(), 0);
  };
  return (
    <Modal opened onClose={onClose} title="새 일정" size={480} closeButtonProps={{ 'aria-label': words.close }}>
      <div className="cd-stack" onKeyDown={onKeyDown}>
        <SegmentedControl aria-label="종류" value={fields.what} data={[{ value: 'session', label: '상담' }, { value: 'meeting', label: '회의' }]} onChange={(value) => change({ what: value === 'meeting' ? 'meeting' : 'session', who: value === 'meeting' ? host : null })} />
        {isSession
          ? <LinkPicker key="firm" {...organisationLink} label="기업" required value={fields.who?.id ?? null} valueLabel={fields.who?.label ?? null} onChange={(_, who) => change({ who })} autoFocus />
          : <LinkPicker key="cluster" {...clusterLink} label="미니클러스터" required value={fields.who?.id ?? null} valueLabel={fields.who?.label ?? null} onChange={(_, who) => change({ who })} autoFocus={host === null} />}
        <div className="cd-cal-when">
          <DateField label="날짜" required value={fields.day} onChange={(day) => change({ day })} />
          <TypedField label="시작" value={fields.start} placeholder="14" read={parseTime} write={(value) => String(value ?? '')} onChange={(start) => change({ start })} />
          <TypedField label="끝" value={fields.end} placeholder="1530" read={parseTime} write={(value) => String(value ?? '')} onChange={(end) => change({ end })} />
        </div>
        {isSession
          ? <Select label="방식" data={sessionModes.map((one) => ({ value: one.code, label: one.ko }))} value={fields.mode} allowDeselect={false} onChange={(mode) => change({ mode: mode ?? 'visit' })} />
          : <>
            <Select label="회의 종류" searchable data={meetingKinds.map((one) => ({ value: one.code, label: one.ko }))} value={fields.kind} allowDeselect={false} onChange={(kind) => change({ kind: kind ?? 'other' })} />
            <TextInput label="회의명" description="비워 두면 미니클러스터와 종류로 짓습니다." value={fields.title} onChange={(event) => change({ title: event.currentTarget.value })} />
          </>}
        {failure === null ? null : <FailureNotice error={failure} />}
        <div className="cd-row-wrap cd-end">
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button variant="default" disabled={isBusy} onClick={() => void save(true)}>등록하고 열기</Button>
          <Button data-calendar-save loading={isBusy} onClick={() => void save(false)}>등록</Button>
        </div>
      </div>
    </Modal>
  );
};

const sessionMode = (code: string) => { const found = sessionModes.find((one) => one.code === code); return found ? { mode: found.code } : {}; };
const meetingKind = (code: string) => { const found = meetingKinds.find((one) => one.code === code); return found ? { kind: found.code } : {}; };
