/** Ctrl+K: places, actions, and records found by their name, number or initial consonants. */
import { Spotlight, createSpotlight, type SpotlightStore } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { choseong, isChoseongQuery } from '../../../db/korean/names.ts';
import { useShortcut } from './shortcut.ts';

export type Command = { id: string; label: string; note?: string; icon?: ReactNode; run: () => void };
export type CommandGroup = { title: string; commands: readonly Command[] };

export const [commandSearchStore, commandSearch]: readonly [SpotlightStore, { open: () => void; close: () => void; toggle: () => void }] = createSpotlight();

const found = (label: string, text: string): boolean => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return label.toLowerCase().includes(wanted) || (isChoseongQuery(wanted) && choseong(label).includes(wanted.replace(/\s/g, '')));
};

export type CommandSearchProps = {
  /** Places and actions; filtered here. */
  groups: readonly CommandGroup[];
  /** Records for a text, already ordered; called 80 ms after the last key with half-made syllables too. */
  search?: (text: string) => Promise<readonly CommandGroup[]>;
};

export const CommandSearch = ({ groups, search }: CommandSearchProps) => {
  const [text, setText] = useState('');
  const [records, setRecords] = useState<readonly CommandGroup[]>([]);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);
  useShortcut('Ctrl+KeyK', () => commandSearch.toggle());

  useEffect(() => {
    const number = ++asked.current;
    if (!search || text.trim() === '') {
      setRecords([]);
      return undefined;
    }
    const timer = setTimeout(() => {
      search(text).then(
        (answer) => { if (asked.current === number) { setRecords(answer); setFailed(false); } },
        () => { if (asked.current === number) { setRecords([]); setFailed(true); } },
      );
    }, 80);
    return () => clearTimeout(timer);
  }, [search, text]);

  const shown = [...records, ...groups.map((group) => ({ ...group, commands: group.commands.filter((command) => found(command.label, text)) }))]
    .filter((group) => group.commands.length > 0);

  return (
    <Spotlight.Root store={commandSearchStore} query={text} onQueryChange={setText} shortcut={null} transitionProps={{ duration: 0 }} size="lg" yOffset="10vh" centered={false} clearQueryOnClose overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}>
      <Spotlight.Search placeholder="이름, 번호, 초성으로 찾기" aria-label="찾기" leftSection={<Search size={16} aria-hidden />} />
      <Spotlight.ActionsList>
        {shown.map((group) => (
          <Spotlight.ActionsGroup key={group.title} label={group.title}>
            {group.commands.map((command) => (
              <Spotlight.Action key={command.id} label={command.label} {...(command.note ? { description: command.note } : {})} leftSection={command.icon} onClick={command.run} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 ? <Spotlight.Empty>{failed ? '찾지 못했습니다. 잠시 뒤 다시 시도해 주세요.' : '찾은 것이 없습니다.'}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
