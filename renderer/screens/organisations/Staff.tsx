/** People of an organisation, those met most lately first; a new one in one line. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { person } from '../../../db/people/fields.ts';
import { api } from '../../api.ts';
import { LinkedList } from '../../parts/layout/LinkedList.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

const blank = { name: '', position: '', mobile: '' };

export const Staff = ({ organisation }: { organisation: string }) => {
  const [typed, setTyped] = useState(blank);
  const [failure, setFailure] = useState<unknown>(null);
  const first = useRef<HTMLInputElement>(null);
  const people = useQuery({ queryKey: ['person', 'attendance', 'session_attendee', 'of', organisation], queryFn: () => api.organisations.peopleOf.query({ id: organisation }) });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.name.trim() === '') return;
    try {
      await api.people.createNamed.mutate({ name: typed.name, organisation, position: typed.position || null, mobile: typed.mobile || null });
      setTyped(blank);
      setFailure(null);
      first.current?.focus();
    } catch (error) {
      setFailure(error);
    }
  };
  const box = (name: keyof typeof blank, label: string) => (
    <TextInput {...(name === 'name' ? { ref: first } : {})} label={label} value={typed[name]} autoComplete="off" onChange={(event) => { const { value } = event.currentTarget; setTyped((before) => ({ ...before, [name]: value })); }} />
  );
  return (
    <Section title={people.data && people.data.length > 0 ? `사람 ${people.data.length.toLocaleString('ko-KR')}명` : '사람'}>
      {people.error ? <FailureNotice error={people.error} onRetry={() => void people.refetch()} /> : null}
      {people.isPending ? <p className="cd-soft">{words.loading}</p> : null}
      {people.data ? (
        <LinkedList
          none="등록한 사람이 없습니다. 이름을 적고 Enter를 누르면 더해집니다." rows={people.data.map((one) => ({
            id: one.id, to: `/people/${one.id}`, label: one.name, note: [one.department, one.position].filter(Boolean).join(' '),
            side: <>{one.met_on ? `최근 만남 ${one.met_on}` : ''}<span>{one.mobile ? person.fields.mobile.show?.(one.mobile) : ''}</span></>,
          }))}
        />
      ) : null}
      {failure ? <FailureNotice error={failure} /> : null}
      <form className="cd-add-line" aria-label="사람 더하기" onSubmit={(event) => void add(event)}>
        {box('name', '성명')}{box('position', '직위')}{box('mobile', '휴대전화')}
        <Button type="submit" variant="default" disabled={typed.name.trim() === ''}>더하기</Button>
      </form>
    </Section>
  );
};
