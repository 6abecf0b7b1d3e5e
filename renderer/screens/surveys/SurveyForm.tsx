/** Fields of a survey; the usual scales are one press. */
import { Button } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { usualScales } from '../../../db/surveys/choices.ts';
import { survey } from '../../../db/surveys/fields.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';

export type SurveyFormProps = {
  values: Readonly<Record<string, Cell>>;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
  /** With scores in it the scale stays as it is. */
  hasScores?: boolean;
};

const UsualScales = () => {
  const form = useFormContext<FormValues>();
  const [lowest, highest] = form.watch(['lowest', 'highest']);
  return (
    <div className="cd-row-wrap cd-wide" role="group" aria-label="자주 쓰는 척도">
      {usualScales.map((scale) => (
        <Button
          key={scale.ko} size="compact-sm" variant={lowest === scale.lowest && highest === scale.highest ? 'filled' : 'default'} aria-pressed={lowest === scale.lowest && highest === scale.highest}
          onClick={() => { form.setValue('lowest', scale.lowest, { shouldDirty: true }); form.setValue('highest', scale.highest, { shouldDirty: true }); }}
        >{scale.ko} ({scale.lowest}~{scale.highest})</Button>
      ))}
    </div>
  );
};

export const SurveyForm = ({ isNew = false, hasScores = false, ...form }: SurveyFormProps) => (
  <RecordForm type={survey} isNew={isNew} quick {...(isNew ? { saveLabel: '만족도 조사 등록' } : {})} {...form}>
    <div className="cd-form-grid">
      <div className="cd-wide"><FieldInput name="name" autoFocus={isNew} placeholder="2026년 클러스터사업 수혜기업 만족도 조사" /></div>
      <FieldInput name="year" />
      <FieldInput name="asked_on" />
      {hasScores ? null : <UsualScales />}
      <FieldInput name="lowest" disabled={hasScores} />
      <FieldInput name="highest" disabled={hasScores} {...(hasScores ? { help: '점수가 들어 있어 척도를 바꿀 수 없습니다.' } : {})} />
      <div className="cd-wide"><FieldInput name="note" /></div>
    </div>
  </RecordForm>
);
