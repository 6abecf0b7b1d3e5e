/** 성과·사후 of a task: mid-checks, outputs, results by year, the R&D that followed. */
import { Section } from '../../parts/layout/Section.tsx';

export const TaskOutcomes = ({ task }: { task: string }) => (
  <Section title="성과"><p className="cd-soft" data-task={task}>아직 성과가 없습니다.</p></Section>
);
