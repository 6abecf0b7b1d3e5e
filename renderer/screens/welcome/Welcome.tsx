/** The first step in an empty program: who is here. Every record carries its author, so nothing is written before. */
import { Button, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountRoles } from '../../../db/accounts/choices.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export type WelcomeProps = {
  /** Somebody has taken the seat. */
  onEntered: () => Promise<unknown>;
};

type RoleCode = (typeof accountRoles)[number]['code'];

export const Welcome = ({ onEntered }: WelcomeProps) => {
  const [name, setName] = useState('');
  const [role, setRole] = useState<RoleCode>('coordinator');
  const [office, setOffice] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const known = useQuery({ queryKey: ['account', 'list'], queryFn: () => api.accounts.list.query() });

  const enter = async (take: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await take();
      await onEntered();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = () => {
    setMissing(name.trim() === '');
    if (name.trim() !== '') void enter(() => api.accounts.enter.mutate({ name: name.trim(), role, office: office.trim() || null }));
  };

  return (
    <main className="cd-welcome">
      <form
        className="cd-stack" aria-label="사용자 등록" onSubmit={(event) => { event.preventDefault(); submit(); }}
        onKeyDown={(event) => { if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault(); }}
      >
        <h1>{words.product}</h1>
        <p className="cd-flat">{known.data && known.data.length > 0 ? '누가 쓰고 있는지 알려 주세요.' : '이 컴퓨터에서 처음 여셨습니다. 누가 기록하는지 남길 수 있도록 이름을 알려 주세요.'}</p>
        {failure ? <FailureNotice error={failure} /> : null}
        {known.data && known.data.length > 0 ? (
          <div className="cd-stack cd-tight">
            {known.data.map((one) => (
              <Button key={one.id} variant="default" justify="space-between" rightSection={<span className="cd-small cd-soft">{labelOf({ choices: accountRoles }, one.role)}</span>} onClick={() => void enter(() => api.accounts.sit.mutate({ id: one.id }))}>{one.name}</Button>
            ))}
          </div>
        ) : null}
        <TextInput label={<FieldLabel ko="이름" required />} aria-required autoFocus value={name} error={isMissing ? '이름을 입력해 주세요.' : null} onChange={(event) => setName(event.currentTarget.value)} autoComplete="name" maxLength={60} />
        <Radio.Group label={<FieldLabel ko="하는 일" required />} value={role} onChange={(next) => { const found = accountRoles.find((one) => one.code === next); if (found) setRole(found.code); }}>
          <div className="cd-stack cd-tight">{accountRoles.map((one) => <Radio key={one.code} value={one.code} label={one.ko} />)}</div>
        </Radio.Group>
        <TextInput label={<FieldLabel ko="소속 지사" required={false} />} placeholder="경남지역본부" value={office} onChange={(event) => setOffice(event.currentTarget.value)} autoComplete="organization" maxLength={200} />
        <Button type="submit" size="sm" loading={busy}>시작하기 <span className="cd-key">Enter</span></Button>
      </form>
    </main>
  );
};
