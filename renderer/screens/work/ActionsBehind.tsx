/** The follow-ups behind a number of the workload. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { ActionLine } from '../../../db/actions/api.ts';
import { unpacked } from '../../../db/kernel/block.ts';
import type { Filter, ListRow } from '../../../db/kernel/list-types.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';

export type ActionsBehindProps = {
  /** Whose; null for everybody's. */
  who: Filter | null;
  which: 'waiting' | 'late';
  name: string;
  today: string;
  onClose: () => void;
};

const text = (row: ListRow, column: string): string | null => { const value = row[column]; return typeof value === 'string' ? value : null; };

/** The list's row has every column of a follow-up. */
const lineOf = (row: ListRow): ActionLine => ({
  id: row.id, what: text(row, 'what') ?? '', owner: text(row, 'owner'), owner_name: text(row, 'owner_name'), due_on: text(row, 'due_on'), status: text(row, 'status') ?? '', done_on: text(row, 'done_on'),
  organisation: text(row, 'organisation'), organisation_name: text(row, 'organisation_name'), session: text(row, 'session'), meeting: text(row, 'meeting'), agenda_item: text(row, 'agenda_item'), task: text(row, 'task'), note: text(row, 'note'),
});

const addressOf = (action: ActionLine): string | null =>
  action.task ? `/tasks/${action.task}` : action.session ? `/sessions/${action.session}` : action.meeting ? `/meetings/${action.meeting}` : action.organisation ? `/organisations/${action.organisation}` : null;

export const ActionsBehind = ({ who, which, name, today, onClose }: ActionsBehindProps) => {
  const [, go] = useLocation();
  const found = useQuery({
    queryKey: ['action_item', 'person', 'behind', who], queryFn: () => api.actions.list.query({ start: 0, end: 500, sort: [{ column: 'due_on', descending: false }], filter: { is_open: { op: 'equals', value: 1 }, ...(who ? { owner: who } : {}) }, quick: null, selection: null }),
  });
  const actions = (found.data ? unpacked(found.data).rows : []).map(lineOf).filter((one) => (which === 'late') === (one.due_on !== null && one.due_on < today));
  return (
    <Modal opened onClose={onClose} title={`${name} · ${which === 'late' ? '지난 할 일' : '할 일'}`} size={620} closeButtonProps={{ 'aria-label': words.close }}>
      {found.isError ? <FailureNotice error={found.error} /> : null}
      {found.isPending ? <p className="cd-soft">{words.loading}</p> : <ActionList actions={actions} owner={who?.op === 'equals' ? String(who.value) : null} onOpen={(action) => { const address = addressOf(action); if (address) go(address); }} />}
    </Modal>
  );
};
