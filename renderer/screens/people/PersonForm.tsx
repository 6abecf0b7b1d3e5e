/** Fields of a person. */
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { person } from '../../../db/people/fields.ts';
import { organisationLink } from '../../links.ts';
import { ChangeQuestion, said, type Meaning } from '../../parts/form/ChangeQuestion.tsx';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { ConsentFields } from './ConsentFields.tsx';

export type PersonFormProps = {
  values: Readonly<Record<string, Cell>>;
  /** `meaning`: from which day a new 소속 holds. */
  onSave: (patch: FormValues, was: FormValues, meaning?: Meaning) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
};

const shown = (name: 'mobile' | 'phone', value: Cell | undefined): Cell => (typeof value === 'string' ? (person.fields[name].show?.(value) ?? value) : null);

/** Asked when a stored person goes from one 소속 to another, or leaves it. */
const MoveQuestion = ({ stored, meaning, onChange }: { stored: Cell; meaning: Meaning; onChange: (meaning: Meaning) => void }) => {
  const { control } = useFormContext<FormValues>();
  const now = useWatch({ control, name: 'organisation' }) ?? null;
  if (stored === null || now === stored) return null;
  return <div className="cd-wide"><ChangeQuestion meaning={meaning} onChange={onChange}>{now === null ? '지금까지의 소속을 이력에 남기고 소속을 비웁니다.' : '지금까지의 소속을 이력에 남기고 새 소속을 시작합니다.'}</ChangeQuestion></div>;
};

export const PersonForm = ({ values, onSave, onCancel, draftKey, isNew = false }: PersonFormProps) => {
  const [meaning, setMeaning] = useState<Meaning>({});
  const stored = values['organisation'] ?? null;
  const save = async (patch: FormValues, was: FormValues) => {
    await ('organisation' in patch && stored !== null ? onSave(patch, was, said(meaning)) : onSave(patch, was));
    setMeaning({});
  };
  return (
    <RecordForm
      type={person} values={{ ...values, mobile: shown('mobile', values['mobile']), phone: shown('phone', values['phone']) }} isNew={isNew} quick
      links={{ organisation: organisationLink }} draftKey={draftKey} onSave={save} {...(onCancel ? { onCancel } : {})}
    >
      <FieldGroup title="기본">
        <FieldInput name="name" autoFocus={isNew} />
        <FieldInput name="organisation" />
        {isNew ? null : <MoveQuestion stored={stored} meaning={meaning} onChange={setMeaning} />}
        <FieldInput name="department" />
        <FieldInput name="position" />
        <FieldInput name="roles" />
      </FieldGroup>
      <FieldGroup title="연락처">
        <FieldInput name="mobile" placeholder="010-1234-5678" />
        <FieldInput name="phone" placeholder="055-123-4567" />
        <FieldInput name="email" placeholder="name@example.com" />
      </FieldGroup>
      <ConsentFields isNew={isNew} />
      <FieldGroup title="그 밖"><div className="cd-wide"><FieldInput name="memo" help="주민등록번호는 적지 마세요. 저장되지 않습니다." /></div></FieldGroup>
    </RecordForm>
  );
};
