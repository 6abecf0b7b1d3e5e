/** F1: every combination, in one table. */
import { Kbd, Modal, Table } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../words.ts';
import { nameOfShortcut, useShortcut, type Shortcut } from './shortcut.ts';

export type ShortcutLine = { keys: readonly Shortcut[]; does: string };
export type ShortcutGroup = { title: string; lines: readonly ShortcutLine[] };

export const shortcutGroups: readonly ShortcutGroup[] = [
  { title: '어디서나', lines: [
    { keys: ['Ctrl+KeyK'], does: '찾기와 명령' },
    { keys: ['Alt+KeyN', 'Ctrl+KeyN'], does: '빠른 입력' },
    { keys: ['Alt+Digit1', 'Ctrl+Digit1'], does: '화면 이동 (1~9)' },
    { keys: ['Ctrl+KeyZ'], does: '실행 취소' },
    { keys: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], does: '다시 실행' },
    { keys: ['F1'], does: '단축키 도움말' },
  ] },
  { title: '목록', lines: [
    { keys: ['Enter', 'F2'], does: '칸 고치기, 고칠 수 없는 칸에서는 기록 열기' },
    { keys: ['Space'], does: '기록 미리 보기' },
    { keys: ['Shift+Space'], does: '행 선택' },
    { keys: ['Shift+ArrowDown'], does: '행 범위 선택' },
    { keys: ['Delete'], does: '칸 비우기' },
    { keys: ['Ctrl+KeyC', 'Ctrl+KeyV'], does: '복사, 붙여 넣기' },
    { keys: ['Ctrl+KeyD'], does: '윗줄 값으로 채우기 (여러 행을 골랐으면 첫 행 값으로)' },
    { keys: ['Alt+KeyV'], does: '보기 고르기' },
    { keys: ['Alt+ArrowDown'], does: '고를 값 펼치기' },
    { keys: ['Ctrl+KeyG'], does: '정렬된 순서에서 글자·날짜·숫자로 찾아가기' },
    { keys: ['Ctrl+Home', 'Ctrl+End'], does: '처음, 끝으로' },
  ] },
  { title: '입력', lines: [
    { keys: ['Ctrl+KeyS', 'Ctrl+Enter'], does: '저장' },
    { keys: ['Escape'], does: '닫기, 칸 고치기 그만두기' },
    { keys: ['Enter'], does: '빠른 입력에서 다음 칸' },
    { keys: ['Alt+KeyP'], does: '상용구 넣기 (긴 글에서 / 도 됩니다)' },
    { keys: ['F8'], does: '다음 빠진 칸 (상담)' },
  ] },
];

const koreanKeys: Readonly<Record<string, string>> = { Space: '스페이스', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' };
const written = (keys: Shortcut): string => nameOfShortcut(keys).split('+').map((key) => koreanKeys[key] ?? key).join('+');

export type ShortcutHelpProps = { groups?: readonly ShortcutGroup[] };

/** The combinations by place. */
export const ShortcutTables = ({ groups = shortcutGroups }: ShortcutHelpProps) => (
  <>
    {groups.map((group) => (
      <Table key={group.title} captionSide="top" className="cd-shortcuts">
        <Table.Caption>{group.title}</Table.Caption>
        <Table.Tbody>
          {group.lines.map((line) => (
            <Table.Tr key={line.does}>
              <Table.Th scope="row">{line.does}</Table.Th>
              <Table.Td>{line.keys.map((keys, index) => <span key={keys}>{index > 0 ? ' 또는 ' : null}<Kbd>{written(keys)}</Kbd></span>)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    ))}
  </>
);

export const ShortcutHelp = ({ groups = shortcutGroups }: ShortcutHelpProps) => {
  const [opened, setOpened] = useState(false);
  useShortcut('F1', () => setOpened(true));
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="단축키" size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <ShortcutTables groups={groups} />
    </Modal>
  );
};
