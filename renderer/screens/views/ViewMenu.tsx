/** 보기: the views of a list, built-in and saved, and saving what the list shows now. */
import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Check, ChevronDown, ListFilter, PinIcon, Save, SquarePen, Trash2, Users } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { keepView } from '../../parts/grid/view-state.ts';
import type { ViewedList } from '../../parts/grid/use-view.ts';
import { useShortcut } from '../../parts/keys/shortcut.ts';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { useLetterSize } from '../../parts/letter-size.ts';
import { usePreference, usePreferences } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import type { ViewScreen } from './built-in.ts';
import { NameDialog } from './NameDialog.tsx';
import { chosenKey, markedView, markView, resolved } from './opening-view.ts';
import { isChanged, offeredViews, toSave, type OfferedView } from './saved.ts';
import './views.css';

export type ViewMenuProps = {
  screen: ViewScreen;
  list: ViewedList;
  /** The list shows a stored set of records or what an address says: no view is open. */
  isPassing?: boolean;
  /** Goes to the list itself, without its stored set or address. */
  onLeave?: () => void;
};

const isText = (value: unknown): value is string => typeof value === 'string';

const Offered = ({ view, chosen, marked, onShow }: { view: OfferedView; chosen: boolean; marked: boolean; onShow: () => void }) => (
  <Menu.RadioItem
    value={view.key} checked={chosen} disabled={view.content === null} onChange={onShow} closeMenuOnClick checkIcon={<Check size={14} aria-hidden />}
    rightSection={<span className="cd-view-notes">{marked ? <PinIcon size={13} aria-label="처음에 열리는 보기" /> : null}{view.saved?.isShared ? <Users size={13} aria-label="함께 쓰는 보기" /> : null}</span>}
  >
    {view.name}{view.content === null ? <span className="cd-soft"> (이 판에서는 읽을 수 없습니다)</span> : view.saved && !view.saved.isMine ? <span className="cd-soft"> {view.saved.by}</span> : null}
  </Menu.RadioItem>
);

export const ViewMenu = ({ screen, list, isPassing = false, onLeave }: ViewMenuProps) => {
  const preferences = usePreferences();
  const scale = useLetterSize();
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const saved = useQuery({ queryKey: ['saved_view', screen], queryFn: () => api.views.list.query({ screen }) });
  const [opened, setOpened] = useState(false);
  const [dialog, setDialog] = useState<'new' | 'rename' | 'remove' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [chosen, setChosen] = usePreference(chosenKey(screen), 'all', isText);
  const [, redraw] = useState(0);
  useShortcut('Alt+KeyV', () => setOpened(true));

  const who = { person: about.data?.account?.person ?? null, today: today() };
  const views = offeredViews(screen, saved.data ?? [], who);
  const own = views.filter((one) => one.saved?.isMine);
  const shared = views.filter((one) => one.saved && !one.saved.isMine);
  const here = isPassing ? null : views.find((one) => one.key === chosen) ?? views.find((one) => one.key === 'all') ?? null;
  const changed = here !== null && isChanged(here, list.current, who);
  const mark = markedView(preferences, screen);
  const isMarked = here !== null && mark?.key === here.key;

  const show = (view: OfferedView) => {
    if (!view.content) return;
    setChosen(view.key);
    if (isPassing) {
      keepView(preferences, screen, resolved(view.content, who), scale);
      onLeave?.();
    } else list.show(resolved(view.content, who));
    // What is marked may have been saved anew by somebody else.
    if (mark?.key === view.key) markView(preferences, screen, { key: view.key, content: view.content });
  };
  const save = () => {
    if (!here?.saved) return;
    const content = toSave(list.current, here, who);
    if (isMarked) markView(preferences, screen, { key: here.key, content });
    api.views.change.mutate({ id: here.key, content }).then(() => setFailure(null), setFailure);
  };
  const create = async (name: string, isShared: boolean) => {
    const { id } = await api.views.create.mutate({ screen, name, isShared, content: toSave(list.current, here, who) });
    setChosen(id);
  };
  const setMark = (on: boolean) => {
    markView(preferences, screen, on && here?.content ? { key: here.key, content: here.content } : null);
    redraw((times) => times + 1);
  };
  const remove = async () => {
    setDialog(null);
    if (!here?.saved) return;
    try {
      await api.views.remove.mutate({ id: here.key });
      if (isMarked) setMark(false);
      setChosen('all');
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  };
  const item = (view: OfferedView) => <Offered key={view.key} view={view} chosen={view === here} marked={mark?.key === view.key} onShow={() => show(view)} />;

  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-start" withinPortal returnFocus>
        <Menu.Target>
          <Button variant="default" className="cd-view-button" leftSection={<ListFilter size={14} aria-hidden />} rightSection={<ChevronDown size={14} aria-hidden />} title="보기 고르기 (Alt+V)">
            <span className="cd-only-spoken">보기: </span>{here?.name ?? '고른 기록'}{changed ? <em className="cd-view-changed">바뀜</em> : null}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="cd-view-menu">
          <Menu.Label>기본 보기</Menu.Label>
          {views.filter((one) => !one.saved).map(item)}
          {own.length > 0 ? <Menu.Label>내가 저장한 보기</Menu.Label> : null}
          {own.map(item)}
          {shared.length > 0 ? <Menu.Label>함께 쓰는 보기</Menu.Label> : null}
          {shared.map(item)}
          <Menu.Divider />
          {changed && here ? <Menu.Item onClick={() => show(here)}>‘{here.name}’ 그대로 되돌리기</Menu.Item> : null}
          {changed && here?.saved?.isMine ? <Menu.Item leftSection={<Save size={14} aria-hidden />} onClick={save}>‘{here.name}’에 저장</Menu.Item> : null}
          <Menu.Item leftSection={<Save size={14} aria-hidden />} onClick={() => setDialog('new')}>지금 모습을 새 보기로 저장…</Menu.Item>
          {here?.saved?.isMine ? <Menu.Item leftSection={<SquarePen size={14} aria-hidden />} onClick={() => setDialog('rename')}>이름·함께 쓰기 바꾸기…</Menu.Item> : null}
          {here ? <Menu.Item leftSection={<PinIcon size={14} aria-hidden />} onClick={() => setMark(!isMarked)}>{isMarked ? '처음에 열리는 보기로 쓰지 않기' : '처음에 이 보기로 열기'}</Menu.Item> : null}
          {here?.saved?.isMine ? <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} color="danger" onClick={() => setDialog('remove')}>보기 {words.remove}…</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      {failure ? <div className="cd-view-failure"><FailureNotice error={failure} /></div> : null}
      {dialog === 'new' ? <NameDialog title="새 보기로 저장" name={here?.saved ? `${here.name} 2` : ''} isShared={false} onSave={create} onClose={() => setDialog(null)} /> : null}
      {dialog === 'rename' && here?.saved ? (
        <NameDialog title="보기 이름과 함께 쓰기" name={here.name} isShared={here.saved.isShared} onSave={(name, isShared) => api.views.change.mutate({ id: here.key, name, isShared })} onClose={() => setDialog(null)} />
      ) : null}
      <ConfirmDialog opened={dialog === 'remove'} title="보기를 삭제할까요?" confirm={words.remove} danger onClose={() => setDialog(null)} onConfirm={remove}>
        ‘{here?.name}’ 보기를 지웁니다. 기록은 그대로이고, 실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.
      </ConfirmDialog>
    </>
  );
};
