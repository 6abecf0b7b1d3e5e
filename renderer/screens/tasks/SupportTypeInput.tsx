/** The support type of a task inside a form: what is open on the day its rules are of, the office's own types too. */
import { useQuery } from '@tanstack/react-query';
import { ruleDayOf } from '../../../db/program/choices.ts';
import { allSupportTypes, supportTypesOf, type TaskDays } from '../../../db/tasks/choices.ts';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';

/** 미정 can be chosen on any day. */
const undecided = allSupportTypes.slice(0, 1);

export const SupportTypeInput = ({ days }: { days: TaskDays }) => {
  const ruleDay = ruleDayOf(days);
  // A day that is still being typed is none.
  const day = ruleDay !== null && /^\d{4}-\d{2}-\d{2}$/.test(ruleDay) ? ruleDay : null;
  const found = useQuery({ queryKey: ['support_rule', 'choices', day], queryFn: () => api.program.supportTypes.query({ day }) });
  return <FieldInput name="support_type" choices={found.data ? [...undecided, ...found.data] : supportTypesOf(days)} />;
};
