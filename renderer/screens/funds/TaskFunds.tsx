/** Money of a task: split, budget by cost item, payments, spending, settlement. */
import { Section } from '../../parts/layout/Section.tsx';

export const TaskFunds = ({ task }: { task: string }) => (
  <Section title="사업비"><p className="cd-soft" data-task={task}>사업비를 불러오고 있습니다.</p></Section>
);
