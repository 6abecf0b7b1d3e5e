/** What can be done with several sessions of the list at once. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { Modal } from '@mantine/core';
import { words } from '../../words.ts';
import { StepDialog, type StepAsked } from './StepDialog.tsx';

const steps = [
  { to: 'submitted', ko: '제출', needsReason: false },
  { to: 'confirmed', ko: '확정', needsReason: false },
  { to: 'returned', ko: '반려', needsReason: true },
  { to: 'draft', ko: '작성중으로', needsReason: false },
] as const;

export const SessionBulk = ({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) => {
  const [asked, setAsked] = useState<StepAsked | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const take = (step: (typeof steps)[number]) => {
    if (step.to === 'confirmed' || step.needsReason) { setAsked({ ids, ...step, note: null }); return; }
    api.sessions.step.mutate({ ids: [...ids], to: step.to }).then(() => {
      notifications.show({ message: `${ids.length}건을 ${step.ko}했습니다. 실행 취소는 Ctrl+Z입니다.` });
      onDone();
    }, setFailure);
  };
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target><Button variant="default" rightSection={<ChevronDown size={14} aria-hidden />}>상태 바꾸기 ({ids.length}건)</Button></Menu.Target>
        <Menu.Dropdown>{steps.map((step) => <Menu.Item key={step.to} onClick={() => take(step)}>{step.ko}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      <StepDialog asked={asked} onClose={() => setAsked(null)} onDone={onDone} />
      <Modal opened={failure !== null} onClose={() => setFailure(null)} title="바꾸지 않았습니다" closeButtonProps={{ 'aria-label': words.close }}>{failure === null ? null : <FailureNotice error={failure} />}</Modal>
    </>
  );
};
