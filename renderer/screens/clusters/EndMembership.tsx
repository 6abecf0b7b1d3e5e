/** The last day of membership for those chosen. */
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

export const EndMembership = ({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) => {
  const [opened, setOpened] = useState(false);
  const [day, setDay] = useState<Cell>(today());
  const [failure, setFailure] = useState<unknown>(null);
  const end = async () => {
    if (typeof day !== 'string') return;
    setFailure(null);
    try {
      await api.clusters.members.end.mutate({ ids: [...ids], left_on: day });
      setOpened(false);
      onDone();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target><Button variant="default" onClick={() => setOpened(!opened)}>탈퇴 ({ids.length}명)</Button></Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setOpened(false); } }}>
        <div className="cd-stack cd-end-day">
          <DateField label="탈퇴일 (이 날까지 회원)" value={day} onChange={setDay} />
          {failure ? <FailureNotice error={failure} /> : null}
          <div className="cd-row-wrap cd-end"><Button variant="default" onClick={() => setOpened(false)}>취소</Button><Button onClick={() => void end()}>탈퇴 처리</Button></div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
};
