/** The fields of a task by the stage of its life, and when a stage has come. */
import type { Cell } from '../../../db/kernel/field.ts';
import { mainRoad, type StateCode } from '../../../db/tasks/choices.ts';

export type LifeGroupOf = {
  title: string;
  fields: readonly string[];
  /** State on the road from which its fields are looked at; null for what lies beside the road. */
  from: StateCode | null;
  /** Also asked for while the task is made. */
  isForNew?: boolean;
};

export const lifeGroups: readonly LifeGroupOf[] = [
  { title: '발굴·접수', from: 'discovered', isForNew: true, fields: ['found_by', 'source_session', 'source_meeting', 'task_no', 'received_on', 'received_by', 'support_type'] },
  { title: '기획·심의', from: 'received', fields: ['plan_goal', 'planned_cost', 'planned_on', 'plan_doc', 'route'] },
  { title: '선정·협약', from: 'under-review', fields: ['decided_on', 'committee', 'decided_by', 'conditions', 'employees_at_decision', 'size_class_at_decision', 'first_national_rnd', 'agreement_no', 'agreed_on', 'notice_no', 'rnd_no'] },
  { title: '수행·완료', from: 'selected', fields: ['start_on', 'end_on', 'final_report_on', 'final_grade', 'completed_on'] },
  { title: '현장해결·연계·철회·보류', from: null, fields: ['solved_session', 'referred_to', 'referred_on', 'referral_outcome', 'withdrawn_on', 'review_on'] },
];

/** Whether a group is open by itself: its stage has come, or something stands in it. */
export const dueFrom = (group: LifeGroupOf, status: StateCode, values: Readonly<Record<string, Cell>>): boolean => {
  if (group.fields.some((name) => (values[name] ?? null) !== null)) return true;
  return group.from !== null && mainRoad.includes(status) && mainRoad.indexOf(status) >= mainRoad.indexOf(group.from);
};
