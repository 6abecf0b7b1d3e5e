/** Somebody who is not on the roster: known or new, with an organisation known or new. Ctrl+Enter adds, in one undo step. */
import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { attendance } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { organisationLink, personOfLink } from '../../links.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { chosenOf, withFresh } from '../clusters/fresh.ts';
import { StandingNotice } from '../organisations/StandingNotice.tsx';

export type WalkInStart = {
  /** What was typed in the find box. */
  name: string;
  /** The organisation, a member as such, for which somebody comes. */
  as: { id: string; name: string } | null;
};

export const WalkIn = ({ meeting, day, start, onClose }: { meeting: string; day: string; start: WalkInStart; onClose: () => void }) => {
  const fresh = /^[ㄱ-ㅎ]+$/.test(start.name) ? '' : start.name;
  const [who, setWho] = useState<string | null>(fresh === '' ? null : `new:${fresh}`);
  const [body, setBody] = useState<string | null>(start.as?.id ?? null);
  const [position, setPosition] = useState('');
  const [phone, setPhone] = useState('');
  const [kind, setKind] = useState<Cell>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const frame = useRef<HTMLDivElement>(null);
  const people = useMemo(() => withFresh(personOfLink(start.as?.id ?? null)), [start.as?.id]);
  const bodies = useMemo(() => withFresh(organisationLink), []);
  const person = chosenOf(who);
  const organisation = chosenOf(body);
  useEffect(() => { frame.current?.querySelectorAll('input')[fresh === '' ? 0 : 1]?.focus(); }, [fresh]);

  const add = async () => {
    if (who === null) return;
    setFailure(null);
    try {
      await api.meetings.attendance.welcome.mutate({
        meeting, person: person.id, newPerson: person.name === null ? null : { name: person.name, position: position.trim() || null, phone: phone.trim() || null },
        organisation: person.name === null ? null : organisation.id, newOrganisation: person.name === null || organisation.name === null ? null : { name: organisation.name },
        as: start.as?.id ?? null, kind: typeof kind === 'string' ? kind : null,
      });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  const addNow = useRef(() => undefined as void);
  addNow.current = () => void add();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !isOpen) { event.preventDefault(); event.stopPropagation(); onClose(); }
    if (event.key === 'Enter' && (event.ctrlKey || (!isOpen && event.target instanceof HTMLInputElement && !event.defaultPrevented))) { event.preventDefault(); setTimeout(() => addNow.current(), 0); }
  };
  return (
    <div className="cd-join" ref={frame} onKeyDown={onKeyDown}>
      <strong>{start.as ? `${start.as.name}에서 온 사람` : '참석자 추가'}</strong>
      <div className="cd-line-form">
        <LinkPicker {...people} label="성명" value={who} {...(who === `new:${fresh}` ? { valueLabel: fresh } : {})} onChange={setWho} />
        {person.name === null ? null : (
          <>
            {start.as ? null : <LinkPicker {...bodies} label="소속" value={body} onChange={setBody} />}
            <TextInput label="직위" value={position} maxLength={60} onChange={(event) => setPosition(event.currentTarget.value)} />
            <TextInput label="연락처" value={phone} maxLength={40} inputMode="tel" onChange={(event) => setPhone(event.currentTarget.value)} />
          </>
        )}
        <ChoiceField label="구분" choices={attendance.fields.kind.choices ?? []} value={kind} onChange={setKind} />
        <Button disabled={who === null} onClick={() => void add()}>{person.name === null ? '참석' : '새 사람으로 참석'}</Button>
        <Button variant="default" onClick={onClose}>닫기</Button>
      </div>
      <StandingNotice organisation={organisation.id} day={day} />
      <p className="cd-small cd-soft">구분을 비우면 소속 기관의 구분을 따릅니다.</p>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};
