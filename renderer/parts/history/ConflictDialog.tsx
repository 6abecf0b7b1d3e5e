/** Fields that somebody changed after the action that is to be undone: both values, and what to do. */
import { Button, Modal, Table } from '@mantine/core';
import { words } from '../../words.ts';

export type Conflict = {
  /** Which record: `애로과제 금형 공정 개선`. */
  record: string;
  /** Label of the field. */
  field: string;
  /** Value it has now, and the one it would get back. */
  now: string | null;
  back: string | null;
};

export type ConflictDialogProps = {
  opened: boolean;
  label: string;
  conflicts: readonly Conflict[];
  onChoose: (how: 'keep' | 'all') => void;
  onClose: () => void;
};

export const ConflictDialog = ({ opened, label, conflicts, onChoose, onClose }: ConflictDialogProps) => (
  <Modal opened={opened} onClose={onClose} size="lg" title="그 뒤에 바뀐 값이 있습니다" closeButtonProps={{ 'aria-label': words.close }}>
    <div className="cd-stack">
      <p>‘{label}’을(를) 되돌리려는 항목을 그 뒤에 다시 고쳤습니다. 어느 값을 남길지 골라 주세요.</p>
      <Table verticalSpacing={4}>
        <Table.Thead><Table.Tr><Table.Th>기록</Table.Th><Table.Th>항목</Table.Th><Table.Th>지금 값</Table.Th><Table.Th>되돌릴 값</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {conflicts.map((conflict, index) => (
            <Table.Tr key={`${conflict.record}-${conflict.field}-${index}`}>
              <Table.Td>{conflict.record}</Table.Td><Table.Td>{conflict.field}</Table.Td>
              <Table.Td>{conflict.now ?? '빈칸'}</Table.Td><Table.Td>{conflict.back ?? '빈칸'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div className="cd-row-wrap cd-end">
        <Button variant="default" data-autofocus onClick={onClose}>그대로 두기</Button>
        <Button variant="default" onClick={() => onChoose('keep')}>바뀌지 않은 것만 되돌리기</Button>
        <Button color="danger" onClick={() => onChoose('all')}>모두 되돌리기</Button>
      </div>
    </div>
  </Modal>
);
