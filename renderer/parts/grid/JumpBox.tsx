/** Ctrl+G: to the place in the order where a name, a day or a number begins. */
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { isComposing, useShortcut } from '../keys/shortcut.ts';

export type JumpBoxProps = {
  /** Name of the column the list is sorted by; null when it lies in its usual order. */
  sortedBy: string | null;
  /** Goes there. Throws what the application refused. */
  onJump: (text: string) => Promise<void>;
  onFailure: (error: unknown) => void;
};

export const JumpBox = ({ sortedBy, onJump, onFailure }: JumpBoxProps) => {
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  useShortcut('Ctrl+KeyG', () => setOpened(true));
  const jump = () => {
    if (text.trim() === '') return;
    setOpened(false);
    onJump(text.trim()).catch(onFailure);
  };
  return (
    <Popover position="bottom-end" trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <ActionIcon variant="default" size="input-xs" aria-label="이 순서에서 찾아가기 (Ctrl+G)" title="이 순서에서 찾아가기 (Ctrl+G)" onClick={() => setOpened((is) => !is)}><LocateFixed size={15} aria-hidden /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          data-autofocus label={`${sortedBy ?? '지금'} 순서에서 갈 곳`} placeholder="ㄱ, 한빛, 2019-03, 1000" value={text} onChange={(event) => setText(event.currentTarget.value)}
          description="처음 글자나 초성, 날짜의 앞부분, 숫자를 적고 Enter"
          onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) { event.preventDefault(); jump(); } }}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
