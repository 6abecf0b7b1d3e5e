/** Tasks found at the meeting. */
import { useLocation } from 'wouter';
import type { MeetingRelations } from '../../../db/meetings/api.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { task } from '../../../db/tasks/fields.ts';
import { Section } from '../../parts/layout/Section.tsx';

export const FoundTasks = ({ tasks }: { tasks: MeetingRelations['tasks'] }) => {
  const [, go] = useLocation();
  return (
    <Section title="여기서 나온 과제" count={tasks.length}>
      {tasks.length === 0 ? <p className="cd-soft">안건의 ‘과제화’를 누르면 과제가 만들어져 여기에 보입니다.</p> : (
        <ul className="cd-plain-list cd-found">
          {tasks.map((one) => <li key={one.id}><button type="button" className="cd-link" onClick={() => go(`/tasks/${one.id}`)}>{one.title}</button> <span className="cd-small cd-soft">{one.task_no ? `${one.task_no} · ` : ''}{one.lead_name ?? '상위 기록 미도착'} · {labelOf(task.fields.status, one.status)}</span></li>)}
        </ul>
      )}
    </Section>
  );
};
