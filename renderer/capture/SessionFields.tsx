/** The boxes of a captured session, in the order in which one tells it. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { formatLength, lengthOf } from '../../db/korean/parse-span.ts';
import { parseTime } from '../../db/korean/parse-time.ts';
import { session } from '../../db/sessions/fields.ts';
import { api } from '../api.ts';
import { ChoiceField, ChoicesField } from '../parts/form/ChoiceField.tsx';
import { DateField, today } from '../parts/form/DateField.tsx';
import { TypedField } from '../parts/form/TypedField.tsx';
import { Phrases } from '../screens/sessions/Phrases.tsx';
import { useFirm } from '../screens/sessions/use-firm.ts';
import { LastSessionLine } from './LastSessionLine.tsx';
import { People, type Present } from './People.tsx';
import { firmOf, spanOf, type CaptureDraft } from './draft.ts';
import { LongText } from './LongText.tsx';

/** 과제화 is a button, 연계 asks where to: both belong to the full form. */
const results = (session.fields.result.choices ?? []).filter(({ code }) => code !== 'became-task' && code !== 'referred');
const longHint = '줄 바꿈은 Shift+Enter, 상용구는 / 또는 Alt+P';
const modes = (session.fields.mode.choices ?? []).map((mode) => ({ value: mode.code, label: mode.ko }));

export type CaptureFieldsProps = {
  draft: CaptureDraft;
  set: (change: Partial<CaptureDraft>) => void;
  errorOf: (field: string) => string | undefined;
  /** Moves to the box after this one. */
  goOn: (from: Element) => void;
};

const Warnings = ({ draft, coordinator }: { draft: CaptureDraft; coordinator: string | null }) => {
  const { start, end, minutes } = spanOf(draft);
  const asked = { coordinator, organisation: firmOf(draft).organisation, visit_on: typeof draft.date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(draft.date) ? draft.date : null, start_at: start, end_at: end, contact_minutes: minutes };
  const check = useQuery({ queryKey: ['session', 'check', asked], queryFn: () => api.sessions.check.query(asked), enabled: asked.visit_on !== null });
  if (!check.data || check.data.length === 0) return null;
  return <ul className="cd-warnings" role="status">{check.data.map((one) => <li key={`${one.kind} ${one.session ?? ''}`}><TriangleAlert size={14} aria-hidden />{one.message}</li>)}</ul>;
};

export const SessionFields = ({ draft, set, errorOf, goOn, coordinator }: CaptureFieldsProps & { coordinator: string | null }) => {
  const { start, end, minutes: written, isRead } = spanOf(draft);
  const minutes = lengthOf(start, end) ?? written;
  const { organisation } = firmOf(draft);
  const last = useFirm({ firm: organisation, coordinator, on: typeof draft.date === 'string' ? draft.date : today() }).data?.last ?? null;
  const join = (people: readonly Present[]) => set({ people: [...draft.people.filter((one) => !people.some((other) => other.id === one.id)), ...people] });
  const phrases = (name: 'summary' | 'advice') => (last?.[name] ? [{ id: `last-${name}`, title: `지난 상담(${last.visit_on})의 ${session.fields[name].ko}`, body: last[name] }] : []);
  return (
    <>
      <div className="cd-capture-when">
        <DateField label="날짜" value={draft.date} error={errorOf('visit_on')} onChange={(date) => set({ date })} />
        <TypedField label="시작" placeholder="930, 14:00" value={draft.start} read={parseTime} write={(value) => String(value ?? '')} error={errorOf('start_at')} onChange={(value) => set({ start: value })} />
        <TextInput
          label="길이·끝" placeholder="1.5h, 90분, 15:30" autoComplete="off" value={draft.span} error={errorOf('span') ?? errorOf('end_at')} aria-describedby="cd-capture-length"
          onChange={(event) => set({ span: event.currentTarget.value })}
          onBlur={() => { const span = spanOf(draft); if (span.start && span.start !== draft.start) set({ start: span.start }); }}
        />
        <output id="cd-capture-length" className="cd-capture-length cd-number" aria-live="polite">{minutes !== null ? <>{end ? `${end}까지 ` : ''}<strong>{formatLength(minutes)}</strong></> : isRead ? '' : <span className="cd-soft">읽지 못했습니다</span>}</output>
      </div>
      <div className="cd-capture-where">
        <div>
          <div className="cd-capture-label" id="cd-capture-mode">방식</div>
          <SegmentedControl aria-labelledby="cd-capture-mode" data={modes} value={draft.mode} onChange={(mode) => set({ mode })} />
        </div>
        <TextInput label="장소" autoComplete="off" maxLength={200} value={draft.place} error={errorOf('place')} placeholder={draft.mode === 'visit' ? '비우면 기업 주소' : ''} onChange={(event) => set({ place: event.currentTarget.value, placeIsOwn: event.currentTarget.value.trim() !== '' })} />
      </div>
      {last ? <LastSessionLine last={last} onPeople={join} /> : null}
      <Warnings draft={draft} coordinator={coordinator} />
      <People label="기업 참석자" people={draft.people} firm={organisation} onEarlyEnter={goOn} onAdd={(one) => join([one])} onRemove={(one) => set({ people: draft.people.filter((other) => other.id !== one.id) })} />
      <Phrases use="summary" first={phrases('summary')}><LongText label="애로 요지" placeholder={longHint} value={draft.summary} error={errorOf('summary')} onChange={(summary) => set({ summary })} /></Phrases>
      <Phrases use="advice" first={phrases('advice')}><LongText label="지원 내용" placeholder={longHint} value={draft.advice} error={errorOf('advice')} onChange={(advice) => set({ advice })} /></Phrases>
      <div className="cd-capture-next">
        <ChoicesField label="분야" choices={session.fields.fields.choices ?? []} value={draft.fields} error={errorOf('fields')} onChange={(fields) => set({ fields })} />
        <ChoiceField label="처리 결과" choices={results} value={draft.result} error={errorOf('result')} onChange={(result) => set({ result })} />
      </div>
      <div className="cd-capture-next">
        <TextInput label="다음 할 일" placeholder="비우면 만들지 않습니다" autoComplete="off" maxLength={500} value={draft.what} error={errorOf('nextAction.what')} onChange={(event) => set({ what: event.currentTarget.value })} />
        <DateField label="기한" value={draft.due} error={errorOf('due_on')} onChange={(due) => set({ due })} />
      </div>
    </>
  );
};
