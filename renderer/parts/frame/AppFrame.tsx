/** The window: rail on the left, bar on top, status below, the screen in between. */
import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core';
import { CircleUser, Plus, Redo2, Search, Undo2, Wifi, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Place } from '../../places.ts';
import { words } from '../../words.ts';
import { useUndo } from '../history/UndoProvider.tsx';
import { commandSearch } from '../keys/command-search.ts';
import { useShortcut } from '../keys/shortcut.ts';
import { isBoolean, usePreference } from '../preferences.tsx';
import { Rail, type RailProps } from './Rail.tsx';
import { useStatus } from './status.tsx';

export type AppFrameProps = {
  places: readonly Place[];
  current: string;
  onGo: (path: string) => void;
  /** Sample data: the word 예시 stays in sight. */
  isDemo?: boolean;
  user?: string | null;
  connection: 'open' | 'lost';
  /** What quick add offers; the first is what Alt+N makes. */
  quickAdd?: readonly { label: string; run: () => void }[];
  /** Entries of the menu under the user's name. */
  userMenu?: readonly { label: string; run: () => void }[];
  /** Numbers on the rail, by path. */
  counts?: RailProps['counts'];
  children: ReactNode;
};

const clock = new Intl.DateTimeFormat('ko-KR', { hour: '2-digit', minute: '2-digit', hour12: false });

const TopBar = ({ isDemo, user, quickAdd = [], userMenu = [] }: AppFrameProps) => {
  const { undo, redo } = useUndo();
  const first = quickAdd[0];
  useShortcut(['Alt+KeyN', 'Ctrl+KeyN'], () => first?.run(), { enabled: first !== undefined });
  return (
    <header className="cd-top">
      <span className="cd-product">{words.product}</span>
      {isDemo ? <span className="cd-demo" title="예시 자료입니다. 저장한 내용은 남지 않습니다.">예시</span> : null}
      <UnstyledButton className="cd-search" onClick={() => commandSearch.open()} aria-keyshortcuts="Control+K">
        <Search size={15} aria-hidden /><span>이름, 내용, 초성으로 찾기</span><span className="cd-key">Ctrl+K</span>
      </UnstyledButton>
      <div className="cd-top-end">
        {quickAdd.length > 1 ? (
          <Menu position="bottom-end">
            <Menu.Target><Button leftSection={<Plus size={15} aria-hidden />}>빠른 입력 <span className="cd-key">Alt+N</span></Button></Menu.Target>
            <Menu.Dropdown>{quickAdd.map((one) => <Menu.Item key={one.label} onClick={one.run}>{one.label}</Menu.Item>)}</Menu.Dropdown>
          </Menu>
        ) : first ? <Button leftSection={<Plus size={15} aria-hidden />} onClick={first.run}>빠른 입력 <span className="cd-key">Alt+N</span></Button> : null}
        <ActionIcon variant="subtle" color="gray" aria-label={words.undo} title={`${words.undo} (Ctrl+Z)`} onClick={() => undo()}><Undo2 size={17} aria-hidden /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={words.redo} title={`${words.redo} (Ctrl+Shift+Z)`} onClick={() => redo()}><Redo2 size={17} aria-hidden /></ActionIcon>
        <Menu position="bottom-end" disabled={userMenu.length === 0}>
          <Menu.Target><UnstyledButton className="cd-user"><CircleUser size={18} aria-hidden /><span>{user ?? '사용자'}</span></UnstyledButton></Menu.Target>
          <Menu.Dropdown>{userMenu.map((one) => <Menu.Item key={one.label} onClick={one.run}>{one.label}</Menu.Item>)}</Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
};

const StatusBar = ({ connection }: { connection: 'open' | 'lost' }) => {
  const { text, savedAt } = useStatus();
  return (
    <footer className="cd-status">
      <span role="status" aria-live="polite" className="cd-number">{text}</span>
      <span className="cd-status-end">
        {savedAt ? <span className="cd-number">저장됨 {clock.format(savedAt)}</span> : null}
        {connection === 'open'
          ? <span><Wifi size={13} aria-hidden /> 연결됨</span>
          : <span className="cd-lost" role="alert"><WifiOff size={13} aria-hidden /> 프로그램과 연결이 끊겼습니다. 다시 잇는 중입니다.</span>}
      </span>
    </footer>
  );
};

export const AppFrame = (props: AppFrameProps) => {
  const [folded, setFolded] = usePreference('rail.folded', false, isBoolean);
  return (
    <div className="cd-frame" data-folded={folded || undefined}>
      <a className="cd-skip" href="#screen">본문으로 건너뛰기</a>
      <TopBar {...props} />
      <Rail places={props.places} current={props.current} folded={folded} onFold={setFolded} onGo={props.onGo} {...(props.counts ? { counts: props.counts } : {})} />
      <main className="cd-screen" id="screen" tabIndex={-1}>{props.children}</main>
      <StatusBar connection={props.connection} />
    </div>
  );
};
