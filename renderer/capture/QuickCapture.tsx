/**
 * Quick capture: one small window over whatever is on the screen. Enter goes on to the next box (never while composing),
 * Ctrl+Enter saves, Ctrl+Shift+Enter saves and starts another, Esc closes and keeps what was typed.
 */
import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import { api } from '../api.ts';
import { drafts } from '../desk.ts';
import { organisationLink } from '../links.ts';
import { FieldLabel } from '../parts/form/FieldInput.tsx';
import { LinkPicker, type LinkOption } from '../parts/form/LinkPicker.tsx';
import { useUndo } from '../parts/history/UndoProvider.tsx';
import { isComposing } from '../parts/keys/shortcut.ts';
import { FailureNotice } from '../parts/notice/Notices.tsx';
import { refusalOf } from '../refusal.ts';
import { capture, type CaptureKind, type CaptureStart } from './capture.ts';
import { draftKey, draftLabel, emptyDraft, firmOf, fromCells, isWorthKeeping, toCells, type CaptureDraft } from './draft.ts';
import { ActionFields, TaskFields } from './OtherFields.tsx';
import { problemsIn, saveCapture } from './save.ts';
import { SessionFields } from './SessionFields.tsx';
import { showSaved } from './toast.tsx';
import './capture.css';

const kinds: { value: CaptureKind; label: string }[] = [{ value: 'session', label: '상담' }, { value: 'task', label: '과제' }, { value: 'action', label: '할 일' }];
const keepAfter = 500;

/** Boxes of the window in their order; the kind and the calendar buttons are not stops on the way. */
const boxesOf = (frame: HTMLElement): HTMLElement[] =>
  [...frame.querySelectorAll<HTMLElement>('.cd-capture-body input:not([type=hidden]):not(:disabled), .cd-capture-body textarea:not(:disabled), .cd-capture-save')]
    .filter((one) => one.tabIndex >= 0 && one.getAttribute('aria-hidden') !== 'true' && (one.offsetParent !== null || one.tagName === 'BUTTON') && !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked));

export const QuickCapture = () => {
  const [start, setStart] = useState<CaptureStart | null>(null);
  useEffect(() => capture.onOpen(setStart), []);
  if (!start) return null;
  return <CaptureWindow start={start} onClose={() => setStart(null)} />;
};

const newFirmOption = async (name: string): Promise<LinkOption> => ({ id: `new:${name}`, label: name });

const CaptureWindow = ({ start, onClose }: { start: CaptureStart; onClose: () => void }) => {
  const [, go] = useLocation();
  const { undo } = useUndo();
  const [draft, setDraft] = useState<CaptureDraft>(() => ({ ...emptyDraft(start.kind), firm: start.organisation?.id ?? null, firmName: start.organisation?.label ?? null }));
  const [isRestored, setRestored] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [problems, setProblems] = useState<readonly { field: string; message: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(draft);
  latest.current = draft;
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const coordinator = about.data?.account?.person ?? null;

  const set = useCallback((change: Partial<CaptureDraft>) => setDraft((before) => ({ ...before, ...change })), []);

  useEffect(() => {
    drafts.get(draftKey).then((cells) => {
      if (!cells || isWorthKeeping(latest.current)) return;
      setDraft(fromCells(cells));
      setRestored(true);
      setRound((times) => times + 1);
    }, () => undefined);
  }, []);

  /** The draft on its way, and whether it is being saved: a draft that arrives after it was dropped would come back as if never saved. */
  const keeping = useRef(Promise.resolve());
  const isSaving = useRef(false);
  const keep = useCallback((): Promise<void> => {
    if (isSaving.current || !isWorthKeeping(latest.current)) return Promise.resolve();
    const kept = drafts.put(draftKey, toCells(latest.current), draftLabel(latest.current));
    keeping.current = kept.catch(() => undefined);
    return kept;
  }, []);
  const isSaved = useRef(false);
  useEffect(() => {
    if (isSaved.current) { isSaved.current = false; return undefined; }
    const timer = setTimeout(() => void keep().catch(() => undefined), keepAfter);
    return () => clearTimeout(timer);
  }, [draft, keep]);

  const close = () => {
    void keep().catch(() => undefined);
    onClose();
  };

  const restart = () => {
    isSaved.current = true;
    setDraft({ ...emptyDraft(latest.current.kind), date: latest.current.date });
    setRestored(false);
    setRound((times) => times + 1);
  };

  /** The first box that is wrong; the refusal is drawn before the timer ends. */
  const focusWrong = () => setTimeout(() => frame.current?.querySelector<HTMLElement>('.cd-capture-body [aria-invalid=true]')?.focus(), 50);
  useEffect(() => {
    if (round > 0) frame.current?.querySelector<HTMLElement>('.cd-capture-body [data-autofocus]')?.focus();
  }, [round]);

  const save = async (another: boolean) => {
    const wrong = problemsIn(latest.current);
    setProblems(wrong);
    setFailure(null);
    if (wrong[0]) { focusWrong(); return; }
    setBusy(true);
    isSaving.current = true;
    try {
      const saved = await saveCapture(latest.current, coordinator);
      await keeping.current;
      await drafts.drop(draftKey).catch(() => undefined);
      showSaved(saved, go, undo);
      if (another) restart();
      else { isSaved.current = true; onClose(); }
    } catch (error) {
      isSaving.current = false;
      void keep().catch(() => undefined);
      setFailure(error);
      const details = refusalOf(error)?.details ?? [];
      setProblems(details.map(({ field, message }) => ({ field, message })));
      if (details.length > 0) focusWrong();
    } finally {
      isSaving.current = false;
      setBusy(false);
    }
  };

  const goOn = (from: Element | null) => setTimeout(() => {
    if (!frame.current) return;
    const boxes = boxesOf(frame.current);
    const next = boxes[boxes.indexOf(from as HTMLElement) + 1];
    next?.focus();
    // As with Tab: what is typed replaces what stands there.
    if (next instanceof HTMLInputElement && next.type !== 'radio') next.select();
  }, 0);

  /** A name that was typed but not chosen yet is chosen by saving: it must not get lost. */
  const chooseTyped = (target: EventTarget) => {
    if (!(target instanceof HTMLInputElement) || target.value.trim() === '' || target.getAttribute('aria-expanded') !== 'true') return;
    if (target.closest('.cd-people') === null && (target.closest('[data-field=firm]') === null || latest.current.firm !== null)) return;
    document.querySelector<HTMLElement>('[role=option][data-combobox-selected]')?.click();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const isEnter = event.code === 'Enter' || event.code === 'NumpadEnter';
    if (isEnter && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const another = event.shiftKey;
      chooseTyped(event.target);
      // A date or time that was just typed is read when its box is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setTimeout(() => void save(another), 30);
    } else if (isEnter && !event.shiftKey && !event.defaultPrevented && (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) {
      const isChoosing = event.target.getAttribute('aria-expanded') === 'true' && event.target.getAttribute('aria-activedescendant');
      if (isChoosing) return;
      event.preventDefault();
      goOn(event.target);
    }
  };

  const takeFirm = async (id: string | null, option: LinkOption | null) => {
    set({ firm: id, firmName: option?.label ?? null });
    if (id === null) return;
    const box = frame.current?.querySelector('[data-field=firm] input') ?? null;
    // An early Enter has moved on already.
    if (document.activeElement === box || document.activeElement === document.body) goOn(box);
    const { organisation } = firmOf({ firm: id, firmName: null });
    if (organisation === null || latest.current.placeIsOwn) return;
    const { values } = await api.organisations.get.query({ id: organisation });
    if (latest.current.firm === id && !latest.current.placeIsOwn && latest.current.mode === 'visit') set({ place: values.address?.slice(0, 200) ?? '' });
  };

  const errorOf = (field: string): string | undefined => problems.find((one) => one.field === field || one.field === `values.${field}`)?.message;
  const fields = { draft, set, errorOf, goOn };
  return (
    <Modal opened onClose={close} title="빠른 입력" size={560} yOffset="4vh" centered={false} closeButtonProps={{ 'aria-label': '닫기 (쓰던 내용은 남습니다)' }} returnFocus trapFocus>
      <div ref={frame} className="cd-capture" onKeyDown={onKeyDown}>
        <SegmentedControl aria-label="무엇을 적을까요" fullWidth data={kinds} value={draft.kind} onChange={(kind) => set({ kind: kind as CaptureKind })} />
        {isRestored ? <p className="cd-small cd-capture-restored" role="status">쓰던 내용을 이어서 보여 드립니다. <button type="button" className="cd-link" onClick={() => { void drafts.drop(draftKey).catch(() => undefined); restart(); }}>지우고 새로 쓰기</button></p> : null}
        {failure ? <FailureNotice error={failure} /> : null}
        <div className="cd-capture-body" key={`${round} ${draft.kind}`}>
          <div data-field="firm">
            <LinkPicker
              {...organisationLink} onCreate={newFirmOption} label={<FieldLabel ko={draft.kind === 'action' ? '기업 (없어도 됩니다)' : '기업'} required={draft.kind !== 'action'} />} required={draft.kind !== 'action'} autoFocus value={draft.firm} valueLabel={draft.firmName} error={errorOf('firm') ?? errorOf('organisation')}
              description={draft.firm?.startsWith('new:') ? '새 기업으로 함께 등록합니다.' : undefined} onEarlyEnter={goOn} onChange={(id, option) => void takeFirm(id, option)}
            />
          </div>
          {draft.kind === 'session' ? <SessionFields {...fields} coordinator={coordinator} /> : draft.kind === 'task' ? <TaskFields {...fields} /> : <ActionFields {...fields} coordinator={coordinator} />}
          <div className="cd-capture-bar">
            <span className="cd-soft cd-small">Enter 다음 칸 · Esc 닫기(남음)</span>
            <Button variant="default" loading={busy} onClick={() => void save(true)}>저장하고 하나 더 <span className="cd-key">Ctrl+Shift+Enter</span></Button>
            <Button className="cd-capture-save" loading={busy} onClick={() => void save(false)}>저장 <span className="cd-key">Ctrl+Enter</span></Button>
          </div>
        </div>
      </div>
    </Modal>
  );
};
