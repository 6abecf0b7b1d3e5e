/**
 * Ticking the attendance book. The cursor stays in the find box: ↑↓ move, Space ticks, Enter ticks and clears the
 * text for the next name, Shift+Enter takes down a proxy, Delete in an empty box takes a guest off the list. Somebody who is
 * not found is added by name.
 */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Search, UserPlus } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { Roster } from '../../../db/meetings/api.ts';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { isComposing, shortcutOf } from '../../parts/keys/shortcut.ts';
import { Headcount } from './Headcount.tsx';
import { ProxyBar, type ProxyGiver } from './ProxyBar.tsx';
import { isPresent, rosterRows, type RosterRow, type Shown } from './roster-rows.ts';
import { RosterList } from './RosterList.tsx';
import { SignOn, useSignatures } from './SignOn.tsx';
import { say } from './say.ts';
import { WalkIn, type WalkInStart } from './WalkIn.tsx';

export type AttendanceProps = { roster: Roster; headcount: number | null; absences: Readonly<Record<string, number>> };

export const Attendance = ({ roster, headcount, absences }: AttendanceProps) => {
  const { meeting } = roster;
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [active, setActive] = useState<string | null>(null);
  const [guest, setGuest] = useState<WalkInStart | null>(null);
  const [signing, setSigning] = useState(false);
  const signed = useSignatures(meeting);
  const [giver, setGiver] = useState<ProxyGiver | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const { undo, redo } = useUndo();
  const listId = useId();
  const rows = useMemo(() => rosterRows(roster, typed, shown), [roster, shown, typed]);
  const at = Math.max(0, rows.findIndex((row) => row.key === active));
  const current = rows[at];
  useEffect(() => { box.current?.focus(); }, []);

  const mark = (persons: string[], present: boolean) => void api.meetings.attendance.mark.mutate({ meeting, persons, isPresent: present }).catch(say);
  const tick = (row: RosterRow | undefined) => {
    if (!row) { if (typed.trim() !== '') setGuest({ name: typed.trim(), as: null }); return; }
    setActive(row.key);
    if (row.type === 'organisation') setGuest({ name: '', as: { id: row.one.organisation, name: row.one.name } });
    else mark([row.one.person], !isPresent(row));
  };
  const giveProxy = (row: RosterRow | undefined) => {
    if (row?.type !== 'member') return;
    setActive(row.key);
    setGuest(null);
    setGiver({ person: row.one.person, name: row.one.name, isGiven: row.one.is_proxy, to: row.one.proxy_to });
  };
  const remove = (id: string) => void api.meetings.attendance.remove.mutate({ id }).catch(say);
  const move = (to: number) => { const row = rows[Math.min(rows.length - 1, Math.max(0, to))]; if (row) setActive(row.key); };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 };
    const shortcut = shortcutOf(event.nativeEvent);
    // An empty box has nothing of its own to undo: the last tick is meant.
    if (typed === '' && shortcut === 'Ctrl+KeyZ') { event.preventDefault(); undo(); return; }
    if (typed === '' && (shortcut === 'Ctrl+Shift+KeyZ' || shortcut === 'Ctrl+KeyY')) { event.preventDefault(); redo(); return; }
    const to = steps[event.key];
    if (to !== undefined) { event.preventDefault(); move(to); }
    else if (event.code === 'Space' && !event.ctrlKey && !event.altKey) { event.preventDefault(); if (event.shiftKey) giveProxy(current); else tick(current); }
    else if (event.key === 'Enter') { event.preventDefault(); if (event.shiftKey) giveProxy(current); else tick(current); setTyped(''); }
    else if (event.key === 'Delete' && typed === '' && (current?.type === 'guest' || current?.type === 'delegate')) { event.preventDefault(); remove(current.one.id); }
    else if (event.key === 'Escape' && typed !== '') { event.preventDefault(); event.stopPropagation(); setTyped(''); }
  };
  const backToBox = () => { setGuest(null); setGiver(null); setTyped(''); setTimeout(() => box.current?.focus(), 0); };

  if (roster.members.length + roster.organisations.length + roster.guests.length === 0 && !guest) {
    const [host] = roster.clusters;
    return (
      <>
        <EmptyState
          icon={UserPlus} title={`${roster.date} 현재 ${host?.name ?? '미니클러스터'}의 회원이 없습니다.`}
          {...(host ? { action: { label: '회원 명단 넣기', onClick: () => go(`/clusters/${host.id}`) } } : {})} second={{ label: '참석자 추가', onClick: () => setGuest({ name: '', as: null }) }}
        >
          미니클러스터에 회원을 넣으면 이 날짜의 회원이 출석부에 나옵니다. 회원이 아닌 참석자는 이름으로 더합니다.
        </EmptyState>
        <div className="cd-pad"><Headcount meeting={meeting} value={headcount} /></div>
      </>
    );
  }
  return (
    <div className="cd-attendance">
      <div className="cd-attendance-bar">
        <TextInput
          ref={box} className="cd-attendance-find" aria-label="출석부에서 찾기" placeholder="이름·소속·초성" leftSection={<Search size={14} aria-hidden />} autoComplete="off"
          role="combobox" aria-expanded={false} aria-controls={listId} aria-activedescendant={current ? `${listId}-${current.key}` : undefined} data-find-attendance data-autofocus
          value={typed} onKeyDown={onKeyDown}
          onChange={(event) => {
            const text = event.currentTarget.value;
            // With a syllable half made, Space first ends the composition and then arrives here as text.
            if (text.endsWith(' ') && text.length > typed.length) { setTyped(text.trimEnd()); tick(rosterRows(roster, text, shown)[0]); } else { setTyped(text); setActive(null); }
          }}
        />
        <SegmentedControl aria-label="볼 사람" value={shown} onChange={(value) => { if (value === 'all' || value === 'present' || value === 'absent') setShown(value); }} data={[{ value: 'all', label: '모두' }, { value: 'present', label: '참석' }, { value: 'absent', label: '미참석' }]} />
        <div className="cd-row-wrap cd-end cd-members-do">
          <Button variant="default" onClick={() => void api.meetings.attendance.markAll.mutate({ meeting, isPresent: true }).catch(say)}>모두 참석</Button>
          <Button variant="default" onClick={() => void api.meetings.attendance.markAll.mutate({ meeting, isPresent: false }).catch(say)}>모두 취소</Button>
          <Button variant="default" onClick={() => setSigning(true)}>서명 받기</Button>
          <Button leftSection={<UserPlus size={14} aria-hidden />} onClick={() => setGuest({ name: typed.trim(), as: null })}>참석자 추가</Button>
        </div>
      </div>
      <p className="cd-small cd-soft cd-keys"><kbd>↑↓</kbd> 이동 <kbd>Space</kbd> 참석 <kbd>Enter</kbd> 참석하고 다음 이름 <kbd>Shift+Enter</kbd> 위임 <kbd>Delete</kbd> 비회원 빼기</p>
      {signing ? <SignOn roster={roster} onClose={() => setSigning(false)} /> : null}
      {giver ? <ProxyBar key={giver.person} roster={roster} giver={giver} onClose={backToBox} /> : null}
      {guest ? <WalkIn key={`${guest.as?.id ?? ''}${guest.name}`} meeting={meeting} day={roster.date} start={guest} onClose={backToBox} /> : null}
      {rows.length === 0 ? (
        <div className="cd-pad cd-row-wrap">
          <span className="cd-soft">{typed.trim() === '' ? '해당하는 사람이 없습니다.' : `‘${typed.trim()}’은(는) 출석부에 없습니다.`}</span>
          {typed.trim() === '' ? null : <Button variant="default" onClick={() => setGuest({ name: typed.trim(), as: null })}>Enter로 참석자 추가</Button>}
        </div>
      ) : (
        <RosterList
          id={listId} rows={rows} active={current?.key ?? null} clusters={roster.clusters.length} absences={absences} signed={signed}
          onTick={(row) => { tick(row); box.current?.focus(); }} onProxy={giveProxy} onRemove={remove}
        />
      )}
      <div className="cd-attendance-foot"><Headcount meeting={meeting} value={headcount} /></div>
    </div>
  );
};
