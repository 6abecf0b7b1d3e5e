/** Fields of an evaluation meeting. Its state has buttons of its own. */
import { committee } from '../../../db/evaluations/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';

export type CommitteeFormProps = {
  values: Readonly<Record<string, Cell>>;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
  /** A closed meeting keeps its day. */
  isClosed?: boolean;
};

export const CommitteeForm = ({ isNew = false, isClosed = false, ...form }: CommitteeFormProps) => (
  <RecordForm type={committee} isNew={isNew} quick {...(isNew ? { saveLabel: '평가회의 등록' } : {})} {...form}>
    <div className="cd-form-grid">
      <div className="cd-wide"><FieldInput name="name" autoFocus={isNew} placeholder="2026년 하반기 광역평가위원회" /></div>
      <FieldInput name="kind" />
      <FieldInput name="held_on" disabled={isClosed} help="선정·탈락의 결정일이 됩니다." />
      <FieldInput name="start_at" />
      <FieldInput name="place" />
      <FieldInput name="office" />
      <div className="cd-wide"><FieldInput name="memo" /></div>
    </div>
  </RecordForm>
);
