/** The first step in an empty program: who is here. Every record carries its author, so nothing is written before. */
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../words.ts';
import { FieldLabel } from '../form/FieldInput.tsx';
import { isComposing } from '../keys/shortcut.ts';
import { FailureNotice } from '../notice/Notices.tsx';

export type WelcomeProps = {
  roles: readonly { code: string; ko: string }[];
  /** Throw to refuse. */
  onEnter: (name: string, role: string, office: string | null) => Promise<unknown>;
};

export const Welcome = ({ roles, onEnter }: WelcomeProps) => {
  const [name, setName] = useState('');
  const [role, setRole] = useState(roles[0]?.code ?? '');
  const [office, setOffice] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const enter = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    try {
      await onEnter(name.trim(), role, office.trim() || null);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="cd-welcome">
      <form
        className="cd-stack" aria-label="사용자 등록" onSubmit={(event) => { event.preventDefault(); void enter(); }}
        onKeyDown={(event) => { if (isComposing(event.nativeEvent)) event.stopPropagation(); }}
      >
        <h1>{words.product}</h1>
        <p className="cd-flat">이 컴퓨터에서 처음 여셨습니다. 누가 기록하는지 남길 수 있도록 이름을 알려 주세요.</p>
        {failure ? <FailureNotice error={failure} /> : null}
        <TextInput label={<FieldLabel ko="이름" required />} aria-required autoFocus value={name} error={isMissing ? '이름을 입력해 주세요.' : null} onChange={(event) => setName(event.currentTarget.value)} autoComplete="name" />
        <Radio.Group label={<FieldLabel ko="하는 일" required />} value={role} onChange={setRole}>
          <div className="cd-stack cd-tight">{roles.map((one) => <Radio key={one.code} value={one.code} label={one.ko} />)}</div>
        </Radio.Group>
        <TextInput label={<FieldLabel ko="소속" required={false} />} placeholder="경기지역본부" value={office} onChange={(event) => setOffice(event.currentTarget.value)} autoComplete="organization" />
        <Button type="submit" size="sm" loading={busy}>시작하기</Button>
      </form>
    </main>
  );
};
