/** Keys of the calendar. */
import { Kbd, Modal, Table } from '@mantine/core';
import { words } from '../../words.ts';

const lines: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['←', '→', '↑', '↓'], does: '날 옮겨 가기 (주·일 보기에서 ↓는 그날의 일정으로)' },
  { keys: ['Home', 'End'], does: '그 주의 첫날, 끝날' },
  { keys: ['PageUp', 'PageDown'], does: '앞뒤 달·주·날' },
  { keys: ['T'], does: '오늘' },
  { keys: ['Enter'], does: '하루 보기, 일정 위에서는 기록 열기' },
  { keys: ['스페이스', 'Tab'], does: '그날의 일정으로 들어가기' },
  { keys: ['N'], does: '그날에 새 일정' },
  { keys: ['M'], does: '일정 들기, 놓기 (든 동안 화살표로 옮기기)' },
  { keys: ['Esc'], does: '든 일정 제자리에 두기, 일정에서 날로' },
  { keys: ['?'], does: '이 도움말' },
];

export const Help = ({ onClose }: { onClose: () => void }) => (
  <Modal opened onClose={onClose} title="달력의 단축키" size="lg" closeButtonProps={{ 'aria-label': words.close }}>
    <Table className="cd-shortcuts">
      <Table.Tbody>
        {lines.map((line) => <Table.Tr key={line.does}><Table.Th scope="row">{line.does}</Table.Th><Table.Td>{line.keys.map((key) => <Kbd key={key} mr={4}>{key}</Kbd>)}</Table.Td></Table.Tr>)}
      </Table.Tbody>
    </Table>
    <p className="cd-soft">마우스로는 일정을 끌어 옮기고, 주·일 보기의 빈 시간을 끌어 새 일정을 만듭니다. 달에서 빈 날을 두 번 누르면 새 일정입니다.</p>
  </Modal>
);
