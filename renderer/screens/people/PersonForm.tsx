/** Fields of a person. */
import type { Cell } from '../../../db/kernel/field.ts';
import { person } from '../../../db/people/fields.ts';
import { organisationLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';

export type PersonFormProps = {
  values: Readonly<Record<string, Cell>>;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
};

const shown = (name: 'mobile' | 'phone', value: Cell | undefined): Cell => (typeof value === 'string' ? (person.fields[name].show?.(value) ?? value) : null);

export const PersonForm = ({ values, onSave, onCancel, draftKey, isNew = false }: PersonFormProps) => (
  <RecordForm
    type={person} values={{ ...values, mobile: shown('mobile', values['mobile']), phone: shown('phone', values['phone']) }} isNew={isNew} quick
    links={{ organisation: organisationLink }} draftKey={draftKey} onSave={onSave} {...(onCancel ? { onCancel } : {})}
  >
    <FieldGroup title="기본">
      <FieldInput name="name" autoFocus={isNew} />
      <FieldInput name="organisation" />
      <FieldInput name="department" />
      <FieldInput name="position" />
      <FieldInput name="roles" />
    </FieldGroup>
    <FieldGroup title="연락처">
      <FieldInput name="mobile" placeholder="010-1234-5678" />
      <FieldInput name="phone" placeholder="055-123-4567" />
      <FieldInput name="email" placeholder="name@example.com" />
    </FieldGroup>
    <FieldGroup title="개인정보 동의">
      <FieldInput name="consent_on" />
      <FieldInput name="consent_scope" placeholder="회의 참석자 명부" />
      <FieldInput name="retention_until" />
    </FieldGroup>
    <FieldGroup title="그 밖"><div className="cd-wide"><FieldInput name="memo" help="주민등록번호는 적지 마세요. 저장되지 않습니다." /></div></FieldGroup>
  </RecordForm>
);
