/** 심의 of one task: every committee it was before, with scores, opinions and decision. */
import { Section } from '../../parts/layout/Section.tsx';

export const TaskEvaluations = ({ task }: { task: string }) => (
  <div data-task={task}>
    <Section title="심의">
      <p className="cd-soft">아직 평가회의에 오르지 않았습니다.</p>
    </Section>
  </div>
);
