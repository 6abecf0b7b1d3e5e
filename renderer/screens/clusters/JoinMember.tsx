/** One member joins: a person, an organisation, or a person for an organisation, known or new. Enter goes on, the last one joins. */
import { Button, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { organisationLink, personOfLink } from '../../links.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { DateField } from '../../parts/form/DateField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { chosenOf, withFresh } from './fresh.ts';
import { memberKinds } from './words.ts';

export const JoinMember = ({ cluster, date, onClose }: { cluster: string; date: string; onClose: () => void }) => {
  const [round, setRound] = useState(0);
  const [body, setBody] = useState<string | null>(null);
  const [who, setWho] = useState<string | null>(null);
  const [position, setPosition] = useState('');
  const [kind, setKind] = useState<Cell>(null);
  const [joined, setJoined] = useState<Cell>(date);
  const [failure, setFailure] = useState<unknown>(null);
  const frame = useRef<HTMLDivElement>(null);
  const bodies = useMemo(() => withFresh(organisationLink), []);
  const people = useMemo(() => withFresh(personOfLink(chosenOf(body).id)), [body]);
  const person = chosenOf(who);
  const organisation = chosenOf(body);
  useEffect(() => { frame.current?.querySelector('input')?.focus(); }, [round]);
  const ready = who !== null || body !== null;

  const join = async () => {
    if (!ready || typeof joined !== 'string') return;
    setFailure(null);
    try {
      await api.clusters.members.add.mutate({
        cluster, person: person.id, newPerson: person.name === null ? null : { name: person.name, position: position.trim() || null },
        organisation: organisation.id, newOrganisation: organisation.name === null ? null : { name: organisation.name },
        kind: typeof kind === 'string' ? kind : null, joined_on: joined,
      });
      setBody(null); setWho(null); setPosition(''); setKind(null);
      setRound(round + 1);
    } catch (error) {
      setFailure(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape' && !(event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true')) { event.preventDefault(); event.stopPropagation(); onClose(); }
    if (event.ctrlKey && event.code === 'Enter') { event.preventDefault(); setTimeout(() => joinNow.current(), 0); }
  };
  const joinNow = useRef(() => undefined as void);
  joinNow.current = () => void join();
  return (
    <div className="cd-join" ref={frame} onKeyDown={onKeyDown}>
      <div className="cd-line-form" key={round}>
        <LinkPicker {...bodies} label="소속 기관" value={body} onChange={setBody} />
        <LinkPicker {...people} label="회원(개인)" placeholder="비우면 단체 회원" value={who} onChange={setWho} />
        {person.name === null ? null : <TextInput label="직위" value={position} maxLength={60} onChange={(event) => setPosition(event.currentTarget.value)} />}
        <ChoiceField label="회원 구분" choices={memberKinds} value={kind} onChange={setKind} />
        <div className="cd-line-day"><DateField label="가입일" value={joined} onChange={setJoined} /></div>
        <Button disabled={!ready} title="Ctrl+Enter" onClick={() => void join()}>가입</Button>
      </div>
      <p className="cd-small cd-soft">회원 구분을 비우면 소속 기관의 구분을 따르고, 목록에 없는 이름은 ‘새로 만들기’를 고르면 가입과 함께 등록됩니다. Ctrl+Enter로 가입합니다.</p>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};
