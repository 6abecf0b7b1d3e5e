/** Follow-ups of a record: ticked when done, added in one line. */
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { ActionLine } from '../../../db/actions/api.ts';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { actionItem } from '../../../db/actions/fields.ts';
import { api } from '../../api.ts';
import { dDay, daysTo } from '../../days.ts';
import { personLink } from '../../links.ts';
import { DateField } from '../../parts/form/DateField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { sentenceOf } from '../../refusal.ts';
import '../../parts/layout/record.css';
import './actions.css';

export type ActionListProps = {
  actions: readonly ActionLine[];
  /** What a new follow-up hangs on. */
  on?: { session?: string; meeting?: string; task?: string; agenda_item?: string; organisation?: string };
  /** Who answers for a new one unless another is chosen. */
  owner?: string | null;
  ownerName?: string | null;
  /** Opens what a follow-up hangs on. */
  onOpen?: (action: ActionLine) => void;
};

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });
const isClosed = (action: ActionLine): boolean => action.status === 'done' || action.status === 'cancelled';

const Due = ({ action }: { action: ActionLine }) => {
  if (!action.due_on) return <span className="cd-soft">기한 없음</span>;
  const days = daysTo(action.due_on);
  const isLate = !isClosed(action) && days < 0;
  return <span className={isLate ? 'cd-number cd-late' : 'cd-number cd-soft'}>{action.due_on}{isClosed(action) ? '' : ` · ${isLate ? `지남 ${dDay(days)}` : dDay(days)}`}</span>;
};

export const ActionList = ({ actions, on, owner = null, ownerName = null, onOpen }: ActionListProps) => (
  <div className="cd-stack cd-follow-ups">
    {actions.length === 0 ? <p className="cd-soft">아직 후속 조치가 없습니다. 할 일을 적고 Enter를 누르면 더해집니다.</p> : (
      <ul className="cd-action-list">
        {actions.map((action) => (
          <li key={action.id} data-closed={isClosed(action) || undefined}>
            <Checkbox
              aria-label={`완료: ${action.what}`} checked={isClosed(action)} onChange={(event) =>
                (event.currentTarget.checked ? api.actions.close.mutate({ ids: [action.id] }) : api.actions.reopen.mutate({ ids: [action.id] })).catch(say)}
            />
            <div className="cd-action-what">
              {onOpen ? <button type="button" className="cd-link" onClick={() => onOpen(action)}>{action.what}</button> : <span>{action.what}</span>}
              <span className="cd-small cd-row-wrap">
                <Due action={action} /><span className="cd-soft">· {action.owner_name ?? '담당 없음'}{action.status === 'open' || action.status === 'done' ? '' : ` · ${labelOf(actionItem.fields.status, action.status)}`}</span>
              </span>
            </div>
            <ActionIcon variant="subtle" color="gray" aria-label={`삭제: ${action.what}`} title="삭제" onClick={() => void api.actions.remove.mutate({ id: action.id }).catch(say)}><Trash2 size={14} aria-hidden /></ActionIcon>
          </li>
        ))}
      </ul>
    )}
    {on ? <NewAction on={on} owner={owner} ownerName={ownerName} /> : null}
  </div>
);

const NewAction = ({ on, owner, ownerName }: { on: NonNullable<ActionListProps['on']>; owner: string | null; ownerName: string | null }) => {
  const [what, setWhat] = useState('');
  const [due, setDue] = useState<Cell>(null);
  const [who, setWho] = useState<string | null>(owner);
  const first = useRef<HTMLInputElement>(null);
  const add = async () => {
    if (what.trim() === '') return;
    try {
      await api.actions.create.mutate({ values: { ...on, what: what.trim(), owner: who, due_on: typeof due === 'string' ? due : null } });
      setWhat('');
      setDue(null);
      first.current?.focus();
    } catch (error) {
      say(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.defaultPrevented || !(event.target instanceof HTMLInputElement) || event.target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    // A typed date is read when Enter reaches its box, in this same key press.
    setTimeout(() => addNow.current(), 0);
  };
  const addNow = useRef(() => undefined as void);
  addNow.current = () => void add();
  return (
    <div className="cd-action-new" onKeyDown={onKeyDown}>
      <TextInput ref={first} aria-label="새 후속 조치" label="할 일" placeholder="시험성적서 받기" maxLength={500} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      <DateField label="기한" value={due} onChange={setDue} />
      <LinkPicker {...personLink} label="담당" value={who} {...(who === owner && ownerName ? { valueLabel: ownerName } : {})} onChange={setWho} />
      <Button variant="default" disabled={what.trim() === ''} onClick={() => void add()}>더하기</Button>
    </div>
  );
};
