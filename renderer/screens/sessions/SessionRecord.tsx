/** One open session: its state above, the log on the left; its tasks and what is known of the firm on the right. */
import { Button, Tabs, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { ClipboardPlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatLength } from '../../../db/korean/parse-span.ts';
import type { PlannedStep } from '../../../db/sessions/api.ts';
import { session } from '../../../db/sessions/fields.ts';
import { api } from '../../api.ts';
import { asAttendee, People, type Present } from '../../capture/People.tsx';
import { coordinatorLink, links } from '../../links.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { refusalOf, sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';
import { IcsButton } from '../calendar/IcsButton.tsx';
import { MakeTaskDialog } from '../tasks/MakeTaskDialog.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { Signature } from '../attachments/Signature.tsx';
import { focusBox } from './focus-box.ts';
import { SessionForm, type TakeOver } from './SessionForm.tsx';
import { Corrections, StepHistory } from './SessionLifeLists.tsx';
import { SessionSide } from './SessionSide.tsx';
import { SessionState } from './SessionState.tsx';
import { StateBar } from './StateBar.tsx';
import { StepDialog, type StepAsked } from './StepDialog.tsx';
import { useCorrection } from './use-correction.ts';
import { useFirm } from './use-firm.ts';
import '../../parts/layout/record.css';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });
const tables = ['session', 'session_task', 'session_meeting', 'session_attendee', 'meeting', 'person', 'task', 'action_item'];
const lifeTables = ['session', 'session_attendee', 'session_task', 'session_step', 'session_correction', 'period_lock', 'entry_guard', 'organisation', 'account'];
/** A form that is wrong is not saved: the step that waited for it is forgotten after this time, in ms. */
const patience = 2000;
/** What was typed has been read and the form knows that it changed, in ms. */
const settling = 60;

export const SessionRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [path, go] = useLocation();
  const search = useSearch();
  const [asking, setAsking] = useState(new URLSearchParams(search).get('make') === 'task');
  const [tab, setTab] = useState<string | null>('log');
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [stepping, setStepping] = useState<StepAsked | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const taker = useRef<TakeOver | null>(null);
  const waiting = useRef<PlannedStep | null>(null);
  const found = useQuery({ queryKey: ['session', 'organisation', 'person', 'mini_cluster', id], queryFn: () => api.sessions.get.query({ id }) });
  const hanging = useQuery({ queryKey: [...tables, 'relations', id], queryFn: () => api.sessions.relations.query({ id }) });
  const isDeleted = found.data?.isDeleted ?? false;
  const life = useQuery({ queryKey: [...lifeTables, 'life', id], queryFn: () => api.sessions.life.query({ id }), enabled: found.data !== undefined && !isDeleted });
  const correction = useCorrection(id, found.data?.values.organisation ?? null);
  const firm = useFirm({ firm: found.data?.values.organisation ?? null, coordinator: found.data?.values.coordinator ?? null, except: id, on: found.data?.values.visit_on ?? '' });
  const failed = found.error ?? hanging.error;
  if (failed) return <><RecordHeader kind="상담" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); }} /></div></>;
  if (!found.data || !hanging.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, links: names } = found.data;
  const relations = hanging.data;
  const isCorrecting = correction.making !== null;
  const isSettled = values.status === 'confirmed' || isDeleted || (life.data?.locked ?? null) !== null;
  const isFixed = isSettled && !isCorrecting;

  const there = (side: string): Present[] => relations.people.filter((one) => one.side === side).map((one) => ({ id: one.id, name: one.name ?? '상위 기록 미도착', note: one.position ?? (side === 'agency' ? one.organisation_name : null) }));
  const attend = (side: 'firm' | 'agency') => (person: Present) =>
    void (isCorrecting ? correction.add(side, person) : api.sessions.attend.mutate({ session: id, person: asAttendee(person), side })).catch(say);
  const leave = (person: Present) => { if (isCorrecting) correction.remove(person); else void api.sessions.leave.mutate({ session: id, person: person.id }).catch(say); };
  const act = (work: Promise<unknown>) => { setFailure(null); work.catch(setFailure); };
  // A task needs its field: without one in the log it is asked for.
  const makeTask = async () => {
    if (values.fields === null) { setAsking(true); return; }
    go(`/tasks/${(await api.sessions.makeTask.mutate({ id })).id}`);
  };

  const take = (step: PlannedStep, filled: { name: string | null; on: string | null }) => {
    if (step.needsReason || step.to === 'confirmed') { setStepping({ ids: [id], ...step, ...filled }); return; }
    setFailure(null);
    api.sessions.step.mutate({ ids: [id], to: step.to }).then(
      () => notifications.show({ message: `${step.ko}했습니다. 실행 취소는 Ctrl+Z입니다.` }),
      (error: unknown) => { setFailure(error); focusBox(refusalOf(error)?.details[0]?.field ?? ''); });
  };
  const submitForm = () => frame.current?.querySelector('form')?.requestSubmit();
  const onStep = (step: PlannedStep) => {
    // A time or date just typed is read when its box is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setTimeout(() => {
      if (!frame.current?.querySelector('.cd-form-bar')) { take(step, { name: values.confirm_name, on: values.confirm_on }); return; }
      waiting.current = step;
      setTimeout(() => { waiting.current = null; }, patience);
      submitForm();
    }, settling);
  };
  const save = async (patch: FormValues, was: FormValues) => {
    if (isCorrecting) { await correction.save(patch); return; }
    // Taken before the answer, which may come later than the step is waited for.
    const step = waiting.current;
    waiting.current = null;
    await api.sessions.change.mutate({ id, patch, was });
    const text = (name: 'confirm_name' | 'confirm_on') => (name in patch ? (patch[name] === null ? null : String(patch[name])) : values[name]);
    if (step) take(step, { name: text('confirm_name'), on: text('confirm_on') });
  };
  /** Who signs confirms, today, unless that has been written down. */
  const signed = ({ name }: { name: string }) => {
    if (values.confirm_name !== null || name === '') return;
    act(api.sessions.change.mutate({ id, patch: { confirm_name: name, confirm_on: values.confirm_on ?? today() }, was: { confirm_name: null, confirm_on: values.confirm_on } }));
  };
  const when = values.start_at ? ` ${values.start_at}${values.end_at ? `–${values.end_at}` : ''}` : '';
  return (
    <div className="cd-record" ref={frame}>
      <RecordHeader
        kind="상담" number={values.session_no} title={names['organisation']?.label ?? '상담'} onClose={onClose}
        badges={(
          <>
            <SessionState code={values.status} />
            <span className="cd-number">{values.visit_on}{when}</span>
            <span className="cd-soft">{[relations.minutes === null ? null : formatLength(relations.minutes), `${relations.round}차`].filter(Boolean).join(' · ')}</span>
            {isDeleted ? <span className="cd-late">삭제된 기록입니다.</span> : null}
          </>
        )}
        actions={isDeleted ? <Button onClick={() => act(api.sessions.restore.mutate({ id }))}>되살리기</Button> : isSettled ? <IcsButton table="session" id={id} /> : (
          <>
            <Button variant="default" leftSection={<ClipboardPlus size={15} aria-hidden />} onClick={() => act(makeTask())}>과제화</Button>
            <IcsButton table="session" id={id} />
            <Button variant="default" aria-label="상담 삭제" title="상담 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
          </>
        )}
      />
      {life.data && !isDeleted ? <StateBar life={life.data} onStep={onStep} isCorrecting={isCorrecting} onCorrect={() => { setTab('log'); correction.begin(); }} /> : null}
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <MakeTaskDialog session={asking ? id : null} onClose={() => { setAsking(false); if (search.includes('make=')) go(path, { replace: true }); }} onMade={(task) => go(`/tasks/${task}`)} />
      <StepDialog asked={stepping} onClose={() => setStepping(null)} />
      <div className="cd-session">
        <Tabs value={tab} onChange={setTab} className="cd-tabs">
          <Tabs.List><Tabs.Tab value="log">일지</Tabs.Tab><Tabs.Tab value="history">이력</Tabs.Tab></Tabs.List>
          <Tabs.Panel value="log">
            {correction.making ? (
              <div className="cd-correcting">
                <Textarea label={<FieldLabel ko="정정 사유" required />} autoFocus autosize minRows={1} maxLength={2000} value={correction.making.reason} onChange={(event) => correction.setReason(event.currentTarget.value)} />
                <div className="cd-row-wrap cd-end"><Button onClick={submitForm}>정정 저장</Button><Button variant="default" onClick={correction.end}>정정 그만두기</Button></div>
              </div>
            ) : null}
            <SessionForm
              key={`${id} ${isCorrecting}`} id={id} values={values} names={names} readOnly={isFixed} draftKey={isCorrecting ? `session-correction:${id}` : `session:${id}`} {...(isCorrecting ? { saveLabel: '정정 저장' } : {})}
              last={firm.data?.last ?? null} taker={taker} onSave={save}
            >
              <div className="cd-two">
                <div data-field="attendees"><People label="기업 참석자" disabled={isFixed} people={correction.people('firm', there('firm'))} firm={values.organisation} onAdd={attend('firm')} onRemove={leave} /></div>
                <People label="동행자" disabled={isFixed} people={correction.people('agency', there('agency'))} firm={null} onAdd={attend('agency')} onRemove={leave} />
              </div>
            </SessionForm>
            <Section title="후속 조치" count={relations.actions.length}>
              <ActionList actions={relations.actions} on={{ session: id }} owner={values.coordinator} ownerName={names['coordinator']?.label ?? null} />
            </Section>
            <Section title="기업 서명">
              <Signature table="session" owner={id} name={values.confirm_name} readOnly={isSettled} onKept={signed} />
            </Section>
            <Attachments table="session" owner={id} readOnly={isDeleted || (life.data?.locked ?? null) !== null} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            {life.data ? <><StepHistory history={life.data.history} /><Corrections corrections={life.data.corrections} /></> : null}
            <Section title="변경 기록">{tab === 'history' ? <RecordHistory type={session} id={id} load={(one) => api.sessions.history.query({ id: one })} links={{ ...links, person: coordinatorLink }} /> : null}</Section>
          </Tabs.Panel>
        </Tabs>
        <SessionSide
          id={id} firm={values.organisation} coordinator={values.coordinator} on={values.visit_on} relations={relations} isFixed={isSettled} taker={taker} onError={say} onPerson={(one) => attend('firm')(one)}
          onPeople={(people) => { for (const one of people) if (!relations.people.some((other) => other.id === one.id)) attend(one.side === 'agency' ? 'agency' : 'firm')({ id: one.id, name: one.name ?? '' }); }}
        />
      </div>
      <ConfirmDialog opened={removing} title="상담 기록을 삭제할까요?" confirm={words.remove} danger onClose={() => setRemoving(false)} onConfirm={() => { setRemoving(false); api.sessions.remove.mutate({ id }).then(onClose, setFailure); }}>
        {values.visit_on} {names['organisation']?.label} 상담을 목록에서 지웁니다. 실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.
      </ConfirmDialog>
    </div>
  );
};
