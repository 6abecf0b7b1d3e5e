/** 위임: who holds the vote of a member who does not come. Enter chooses, then saves; without a holder it was given in writing. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Roster } from '../../../db/meetings/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

export type ProxyGiver = { person: string; name: string; isGiven: boolean; to: string | null };

export const ProxyBar = ({ roster, giver, onClose }: { roster: Roster; giver: ProxyGiver; onClose: () => void }) => {
  const [to, setTo] = useState<Cell>(giver.to);
  const [failure, setFailure] = useState<unknown>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => { frame.current?.querySelector('input')?.focus(); }, []);
  const delegates = roster.organisations.flatMap((one) => one.people);
  const there = [...roster.members, ...delegates, ...roster.guests].filter((one) => one.is_present && one.person !== giver.person);
  const choices = there.map((one) => ({ code: one.person, ko: `${one.name}${one.organisation_name ? ` (${one.organisation_name})` : ''}${one.holds > 0 ? ` · 위임 ${one.holds}명 받음` : ''}`, en: one.name }));
  const save = async (isGiven: boolean) => {
    setFailure(null);
    try {
      await api.meetings.attendance.proxy.mutate({ meeting: roster.meeting, person: giver.person, isGiven, to: typeof to === 'string' ? to : null });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  const saveNow = useRef(() => undefined as void);
  saveNow.current = () => void save(true);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !isOpen) { event.preventDefault(); event.stopPropagation(); onClose(); }
    if (event.key === 'Enter' && !isOpen && event.target instanceof HTMLInputElement) { event.preventDefault(); setTimeout(() => saveNow.current(), 0); }
  };
  return (
    <div className="cd-join" ref={frame} onKeyDown={onKeyDown}>
      <strong>{giver.name} 회원의 위임</strong>
      <div className="cd-line-form">
        <ChoiceField label="위임받은 사람" choices={choices} value={to} onChange={setTo} description="참석한 사람 가운데 고릅니다. 비우면 서면 위임입니다." />
        <Button onClick={() => void save(true)}>위임으로 표시</Button>
        {giver.isGiven ? <Button variant="default" onClick={() => void save(false)}>위임 취소</Button> : null}
        <Button variant="default" onClick={onClose}>닫기</Button>
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};
