/** Asked in the form of a stored mini-cluster whose name is being changed to another one. */
import { useFormContext, useWatch } from 'react-hook-form';
import { foldName } from '../../../db/korean/names.ts';
import { ChangeQuestion, type Meaning } from '../../parts/form/ChangeQuestion.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';

export const RenameQuestion = ({ stored, meaning, onChange }: { stored: string; meaning: Meaning; onChange: (meaning: Meaning) => void }) => {
  const { control } = useFormContext<FormValues>();
  const name = useWatch({ control, name: 'name' });
  if (stored === '' || typeof name !== 'string' || name.trim() === '' || foldName(name) === foldName(stored)) return null;
  return <div className="cd-wide"><ChangeQuestion meaning={meaning} onChange={onChange}>{`예전 이름 ‘${stored}’: 연혁에 남기고, 예전 이름으로도 찾습니다.`}</ChangeQuestion></div>;
};
