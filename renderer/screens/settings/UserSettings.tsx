/** 사용자: who sits here, corrections, another user. */
import { Button, Radio, Table, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { accountRoles } from '../../../db/accounts/choices.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

type Person = { name: string; role: string; office: string | null };
type RoleCode = (typeof accountRoles)[number]['code'];
const roleOf = (code: string): RoleCode => accountRoles.find((one) => one.code === code)?.code ?? 'coordinator';

const PersonForm = ({ start, save, label, onCancel }: { start: Person; save: (person: { name: string; role: RoleCode; office: string | null }) => Promise<unknown>; label: string; onCancel?: () => void }) => {
  const [name, setName] = useState(start.name);
  const [role, setRole] = useState<RoleCode>(roleOf(start.role));
  const [office, setOffice] = useState(start.office ?? '');
  const [failure, setFailure] = useState<unknown>(null);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    save({ name: name.trim(), role, office: office.trim() || null }).then(() => { setFailure(null); notifications.show({ message: '저장했습니다.' }); }, setFailure);
  };
  return (
    <form className="cd-stack cd-settings-form" aria-label={label} onSubmit={submit}>
      {failure ? <FailureNotice error={failure} /> : null}
      <TextInput label={<FieldLabel ko="이름" required />} value={name} maxLength={60} error={isMissing ? '이름을 입력해 주세요.' : null} onChange={(event) => setName(event.currentTarget.value)} />
      <Radio.Group label={<FieldLabel ko="하는 일" required />} value={role} onChange={(next) => setRole(roleOf(next))}>
        <div className="cd-row-wrap cd-settings-radios">{accountRoles.map((one) => <Radio key={one.code} value={one.code} label={one.ko} />)}</div>
      </Radio.Group>
      <TextInput label={<FieldLabel ko="소속 지사" required={false} />} value={office} maxLength={200} onChange={(event) => setOffice(event.currentTarget.value)} />
      <div className="cd-row-wrap"><Button type="submit">{label}</Button>{onCancel ? <Button variant="default" onClick={onCancel}>{words.cancel}</Button> : null}</div>
    </form>
  );
};

export const UserSettings = () => {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const all = useQuery({ queryKey: ['account', 'list'], queryFn: () => api.accounts.list.query() });
  const failed = about.error ?? all.error;
  if (failed) return <FailureNotice error={failed} />;
  const account = about.data?.account;
  if (!account || !all.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  // Columns, colours and letters belong to the user, so the page starts anew.
  const sit = (id: string) => api.accounts.sit.mutate({ id }).then(() => location.reload(), (error: unknown) => notifications.show({ color: 'danger', message: String(error) }));
  return (
    <>
      <Section title="지금 쓰는 사람">
        <PersonForm key={account.id} start={account} label="고친 내용 저장" save={(person) => api.accounts.change.mutate(person).then(() => queries.invalidateQueries())} />
      </Section>
      <Section title="이 컴퓨터의 사용자" actions={<Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>사용자 더하기</Button>}>
        <Table verticalSpacing={4}>
          <Table.Thead><Table.Tr><Table.Th>이름</Table.Th><Table.Th>하는 일</Table.Th><Table.Th>소속 지사</Table.Th><Table.Th aria-label="바꾸기" /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {all.data.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td>{one.name}</Table.Td><Table.Td>{labelOf({ choices: accountRoles }, one.role)}</Table.Td><Table.Td>{one.office ?? <span className="cd-soft">–</span>}</Table.Td>
                <Table.Td align="right">{one.id === account.id ? <span className="cd-soft">지금 쓰는 중</span> : <Button size="compact-xs" variant="default" aria-label={`${one.name}: 이 사람으로 바꾸기`} onClick={() => void sit(one.id)}>이 사람으로 바꾸기</Button>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {adding ? (
          <PersonForm start={{ name: '', role: 'coordinator', office: account.office }} label="더하고 이 사람으로 바꾸기" onCancel={() => setAdding(false)} save={(person) => api.accounts.enter.mutate(person).then(() => location.reload())} />
        ) : <p className="cd-soft cd-small">기록마다 쓴 사람이 남습니다. 자리를 바꾸어 쓸 때에는 먼저 사용자를 바꾸세요.</p>}
      </Section>
    </>
  );
};
