/** Records that moved on after the action that is to be undone: what it wrote, what stands there now, and what to do. */
import { Button, Modal, Table } from '@mantine/core';
import { words } from '../../words.ts';

export type ConflictLine = {
  /** `used`: nothing was changed, but another record points to it. */
  kind: 'changed' | 'used';
  type: string;
  record: string;
  field: string;
  written: string | null;
  now: string | null;
};

export type ConflictDialogProps = {
  opened: boolean;
  /** The application's sentence: what was changed since, and how many records. */
  message: string;
  lines: readonly ConflictLine[];
  /** How many lines are not listed. */
  more: number;
  onChoose: (how: 'keep' | 'all') => void;
  onClose: () => void;
};

const Value = ({ children }: { children: string | null }) => (children === null || children === '' ? <span className="cd-soft">빈칸</span> : children);

export const ConflictDialog = ({ opened, message, lines, more, onChoose, onClose }: ConflictDialogProps) => (
  <Modal opened={opened} onClose={onClose} size="xl" title="그 뒤에 바뀐 값이 있습니다" closeButtonProps={{ 'aria-label': words.close }}>
    <div className="cd-stack">
      <p className="cd-flat">{message}</p>
      {/* The list scrolls, so a keyboard has to reach it. */}
      <div className="cd-details" tabIndex={0} role="group" aria-label="바뀐 값">
        <Table verticalSpacing={4} fz="xs">
          <Table.Thead><Table.Tr><Table.Th>기록</Table.Th><Table.Th>항목</Table.Th><Table.Th>이 작업이 쓴 값</Table.Th><Table.Th>지금 값</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {lines.map((line, index) => (
              <Table.Tr key={`${index}-${line.record}-${line.field}`}>
                <Table.Td><span className="cd-soft">{line.type}</span> {line.record}</Table.Td>
                <Table.Td>{line.field}</Table.Td>
                <Table.Td>{line.kind === 'used' ? <span className="cd-soft">이 기록을 만들었습니다</span> : <Value>{line.written}</Value>}</Table.Td>
                <Table.Td>{line.kind === 'used' ? `${line.now ?? ''} 기록이 쓰고 있습니다` : <Value>{line.now}</Value>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {more > 0 ? <p className="cd-soft cd-small">그 밖에 {more.toLocaleString('ko-KR')}건이 더 있습니다.</p> : null}
      </div>
      <div className="cd-row-wrap cd-end">
        <Button variant="default" data-autofocus onClick={onClose}>그만두기</Button>
        <Button variant="default" onClick={() => onChoose('keep')}>두고 되돌리기</Button>
        <Button color="danger" onClick={() => onChoose('all')}>모두 되돌리기</Button>
      </div>
    </div>
  </Modal>
);
