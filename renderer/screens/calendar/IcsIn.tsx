/** A calendar file comes in: chosen or dropped, looked through, taken in as one step. */
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import type { IcsPreview } from '../../../db/calendar/api.ts';
import { api } from '../../api.ts';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { refusalOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { counted, firstDecision, lackOf, type Decision } from './ics-choice.ts';
import { IcsTable } from './IcsTable.tsx';

/** Calendars of years stay below this. */
const largest = 20_000_000;

const refusal = (message: string): Error => Object.assign(new Error(message), { name: 'Refusal', code: 'invalid', details: [] });

const base64Of = (file: File): Promise<string> => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
  reader.onerror = () => reject(refusal('파일을 읽지 못했습니다. 다른 프로그램에서 열려 있지 않은지 확인해 주세요.'));
  reader.readAsDataURL(file);
});

type Opened = { name: string; preview: IcsPreview; decisions: Decision[] };

export const IcsIn = ({ onClose, onDay }: { onClose: () => void; onDay: (day: string) => void }) => {
  const { undo } = useUndo();
  const input = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);

  const read = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    setBusy(true);
    setFailure(null);
    setOpened(null);
    try {
      if (files.length > 1) throw refusal('파일을 한 번에 하나씩 가져옵니다. 하나만 골라 주세요.');
      if (file.size === 0) throw refusal('빈 파일입니다. 일정이 들어 있는 파일을 골라 주세요.');
      if (file.size > largest) throw refusal('파일이 20 MB를 넘습니다. 기간을 나누어 내보내 주세요.');
      const preview = await api.calendar.preview.mutate({ name: file.name, base64: await base64Of(file) });
      setOpened({ name: file.name, preview, decisions: preview.events.map(firstDecision) });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const counts = counted(opened?.decisions ?? []);
  const taken = counts.meeting + counts.session + counts.move;
  const lacking = opened?.decisions.filter((one) => lackOf(one) !== null).length ?? 0;

  const take = async (): Promise<void> => {
    if (!opened) return;
    setBusy(true);
    setFailure(null);
    const chosen = opened.preview.events.flatMap(({ id: _id, known: _known, as: _as, cluster: _cluster, organisation: _organisation, ...event }, index) => {
      const one = opened.decisions[index];
      return one && one.as !== 'nothing' ? [{ event, as: one.as, cluster: one.cluster?.id ?? null, organisation: one.organisation?.id ?? null }] : [];
    });
    try {
      const { action } = await api.calendar.takeIn.mutate({ name: opened.name, decisions: chosen });
      notifications.show({
        id: `taken-${action}`, autoClose: 12_000,
        message: <div className="cd-toast"><span>일정 {taken}건을 가져왔습니다.</span><Button size="compact-xs" variant="default" onClick={() => { notifications.hide(`taken-${action}`); undo(String(action)); }}>되돌리기</Button></div>,
      });
      const first = chosen[0]?.event.on;
      if (first !== undefined) onDay(first);
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const onDrop = (event: DragEvent): void => { event.preventDefault(); setOver(false); void read([...event.dataTransfer.files]); };
  /** `<index>.<field>` of a refused event: counted among the chosen ones. */
  const wrong = refusalOf(failure)?.details.map(({ field, message }) => ({ index: Number(field.split('.')[0]), message })) ?? [];
  const chosenAt = opened?.decisions.flatMap((one, index) => (one.as === 'nothing' ? [] : [index])) ?? [];
  const marks = new Map(wrong.flatMap(({ index, message }) => { const at = chosenAt[index]; return opened && at !== undefined ? [[at, message] as const] : []; }));
  return (
    <Modal opened onClose={onClose} title="일정 파일(.ics) 가져오기" size={opened ? 1180 : 560} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': words.close }}>
      <div className="cd-stack" onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
        <input ref={input} type="file" accept=".ics,.ical,text/calendar" hidden tabIndex={-1} aria-hidden data-calendar-file onChange={(event) => { const files = [...(event.currentTarget.files ?? [])]; event.currentTarget.value = ''; void read(files); }} />
        {opened ? null : (
          <div className="cd-cal-drop" data-over={isOver || undefined}>
            <FileUp size={32} strokeWidth={1.5} aria-hidden />
            <p>아웃룩·구글·네이버 캘린더에서 내보낸 .ics 파일을 여기에 놓거나 골라 주세요.</p>
            <p className="cd-soft">먼저 내용을 보여 드립니다. 고르기 전에는 아무것도 바뀌지 않습니다.</p>
            <Button loading={isBusy} data-autofocus onClick={() => input.current?.click()}>파일 고르기</Button>
          </div>
        )}
        {failure === null ? null : <FailureNotice error={failure} />}
        {opened ? (
          <>
            <IcsTable events={opened.preview.events} decisions={opened.decisions} marks={marks} problems={opened.preview.problems} others={opened.preview.others} onDecide={(decisions) => setOpened({ ...opened, decisions })} />
            <div className="cd-cal-take">
              <span className="cd-soft cd-small">{opened.name}</span>
              <span role="status">회의 {counts.meeting}건 · 상담 {counts.session}건 · 옮김 {counts.move}건 · 넣지 않음 {counts.nothing}건{lacking > 0 ? ` · 고를 것이 남은 일정 ${lacking}건` : ''}</span>
              <Button variant="default" disabled={isBusy} onClick={() => input.current?.click()}>다른 파일</Button>
              <Button loading={isBusy} disabled={taken === 0 || lacking > 0} onClick={() => void take()}>{taken}건 가져오기</Button>
            </div>
          </>
        ) : null}
      </div>
    </Modal>
  );
};
