/** Changing the state: the states in their order, then the day and the reason. */
import { Button, Menu, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChevronDown } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { stateName, states, TaskState } from './states.tsx';

export type MoveDialogProps = { ids: readonly string[]; from?: string | null; to: string | null; onClose: () => void; onMoved?: () => void };

export const MoveDialog = (props: MoveDialogProps) => (
  <Modal opened={props.to !== null} onClose={props.onClose} title={props.to === null ? '' : `상태 바꾸기: ${props.from ? `${stateName(props.from)} → ` : ''}${stateName(props.to)}`} size={440}>
    {props.to === null ? null : <MoveForm {...props} to={props.to} />}
  </Modal>
);

const MoveForm = ({ ids, to, onClose, onMoved }: MoveDialogProps & { to: string }) => {
  const [on, setOn] = useState<Cell>(today());
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const move = async () => {
    setBusy(true);
    try {
      await api.tasks.move.mutate({ ids: [...ids], to, on: String(on ?? ''), reason: reason.trim() === '' ? null : reason.trim() });
      notifications.show({ message: `${ids.length === 1 ? '' : `${ids.length}건을 `}‘${stateName(to)}’ 상태로 바꾸었습니다.` });
      onClose();
      onMoved?.();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent) || event.key !== 'Enter') return;
    if (!event.ctrlKey && !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    // The typed date is read in this same key press.
    setTimeout(() => document.getElementById('cd-move')?.click(), 0);
  };
  return (
    <div className="cd-stack" onKeyDown={onKeyDown}>
      {failure ? <FailureNotice error={failure} /> : null}
      <DateField label="날짜" value={on} onChange={setOn} required description="상태가 실제로 바뀐 날입니다. 비어 있는 접수일·결정일·협약일도 이 날로 채웁니다." />
      <Textarea label="사유" placeholder="되돌리거나 보류·탈락·중단할 때 적어 주세요." autosize minRows={2} maxRows={8} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className="cd-row-wrap cd-end">
        <Button variant="default" onClick={onClose}>{words.cancel}</Button>
        <Button id="cd-move" loading={busy} onClick={() => void move()}>바꾸기</Button>
      </div>
    </div>
  );
};

export type MoveMenuProps = { ids: readonly string[]; from?: string | null; label?: ReactNode; onMoved?: () => void };

export const MoveMenu = ({ ids, from = null, label, onMoved }: MoveMenuProps) => {
  const [to, setTo] = useState<string | null>(null);
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target><Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>{label ?? '상태 바꾸기'}</Button></Menu.Target>
        <Menu.Dropdown className="cd-states" mah={420} style={{ overflowY: 'auto' }}>
          {states.map((state) => <Menu.Item key={state.code} disabled={state.code === from} onClick={() => setTo(state.code)}><TaskState code={state.code} /></Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      <MoveDialog ids={ids} from={from} to={to} onClose={() => setTo(null)} {...(onMoved ? { onMoved } : {})} />
    </>
  );
};
