/** The way of a task through its states: from, to, day, reason, who. */
import { Table } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import type { TaskStepLine } from '../../../db/tasks/api.ts';
import { stateName, TaskState } from './states.tsx';

export const TaskSteps = ({ steps }: { steps: readonly TaskStepLine[] }) => (
  <Table verticalSpacing={4}>
    <Table.Thead><Table.Tr><Table.Th>날짜</Table.Th><Table.Th>상태</Table.Th><Table.Th>사유</Table.Th><Table.Th>처리</Table.Th></Table.Tr></Table.Thead>
    <Table.Tbody>
      {steps.map((step) => (
        <Table.Tr key={step.id} className={step.isAside ? 'cd-soft' : undefined}>
          <Table.Td className="cd-number cd-nowrap">{step.on_date}</Table.Td>
          <Table.Td className="cd-nowrap">
            {step.from_status ? <><span className="cd-soft">{stateName(step.from_status)}</span> <ArrowRight size={12} aria-label="에서" /> </> : null}<TaskState code={step.to_status} />
            {step.isAside ? <div className="cd-small">다른 기기의 더 긴 진행이 있어 반영되지 않음</div> : null}
          </Table.Td>
          <Table.Td>{step.reason ?? <span className="cd-soft">–</span>}</Table.Td>
          <Table.Td className="cd-nowrap">{step.by}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
