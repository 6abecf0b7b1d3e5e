/** What adding a task or an evaluator has brought: who is put aside from which task, and why. */
import { Button } from '@mantine/core';
import type { Conflict, Sheet } from '../../../db/evaluations/api.ts';
import { InfoNotice } from '../../parts/notice/Notices.tsx';

export type ConflictsFoundProps = { conflicts: readonly Conflict[]; sheet: Sheet; onClose: () => void };

export const ConflictsFound = ({ conflicts, sheet, onClose }: ConflictsFoundProps) => {
  if (conflicts.length === 0) return null;
  const titleOf = (task: string): string => sheet.tasks.find((one) => one.task === task)?.title ?? '';
  return (
    <InfoNotice title={`이해관계가 있어 ${conflicts.length}건을 제척으로 표시했습니다.`} actions={<Button size="compact-sm" variant="default" onClick={onClose}>알겠습니다</Button>}>
      <ul className="cd-plain-list cd-small">
        {conflicts.map((one) => <li key={`${one.task} ${one.person}`}><b>{titleOf(one.task)}</b> · {one.reason}</li>)}
      </ul>
    </InfoNotice>
  );
};
