/** Fields of a firm or another organisation, grouped as they are asked. */
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { ComplexInput, shownComplex } from './ComplexInput.tsx';
import { Warnings } from './Warnings.tsx';

export type OrganisationFormProps = {
  values: Readonly<Record<string, Cell>>;
  /** The record itself, when it exists. */
  id?: string;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
};

/** Values as people write them: numbers with their dashes, the complex by its name. */
const written = (values: Readonly<Record<string, Cell>>): Record<string, Cell> => ({
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? (organisation.fields[name as keyof typeof organisation.fields]?.show?.(value) ?? value) : value])),
  complex: shownComplex(values['complex']),
});

const Name = ({ autoFocus }: { autoFocus: boolean }) => {
  const { control } = useFormContext<FormValues>();
  return <FieldInput name="name" autoFocus={autoFocus} label={useWatch({ control, name: 'kind' }) === 'firm' ? '기업명' : '기관명'} />;
};

/** Only a firm has an industry, a size and a laboratory. */
const FirmGroups = () => {
  const { control } = useFormContext<FormValues>();
  if (useWatch({ control, name: 'kind' }) !== 'firm') return null;
  return (
    <>
      <FieldGroup title="업종·제품">
        <div className="cd-wide"><FieldInput name="products" /></div>
        <div className="cd-wide"><FieldInput name="industry_name" /></div>
        <FieldInput name="industry_code" />
        <FieldInput name="industry_revision" placeholder="10" />
        <div className="cd-wide"><FieldInput name="materials" /></div>
      </FieldGroup>
      <FieldGroup title="규모·역량">
        <FieldInput name="employees" />
        <FieldInput name="employees_on" />
        <FieldInput name="registry_size" />
        <FieldInput name="sales" />
        <FieldInput name="land_area" />
        <FieldInput name="building_area" />
        <FieldInput name="certifications" />
        <FieldInput name="laboratory" />
        <FieldInput name="first_national_rnd_year" />
      </FieldGroup>
    </>
  );
};

export const OrganisationForm = ({ values, id, onSave, onCancel, draftKey }: OrganisationFormProps) => {
  const isNew = id === undefined;
  return (
    <RecordForm
      type={organisation} values={written(values)} isNew={isNew} draftKey={draftKey} {...(onCancel ? { onCancel } : {})} quick
      // The form was given the name of the complex; what was seen in the record is its code.
      onSave={(patch, was) => onSave(patch, 'complex' in was && was['complex'] === shownComplex(values['complex']) ? { ...was, complex: values['complex'] ?? null } : was)}
    >
      <FieldGroup title="기본">
        <div className="cd-wide"><Name autoFocus={isNew} /></div>
        <FieldInput name="kind" />
        <FieldInput name="business_no" placeholder="124-81-00998" />
        <FieldInput name="representative" />
        <FieldInput name="status" />
        <FieldInput name="legal_form" />
        <FieldInput name="corporate_no" placeholder="130111-0006246" />
        <FieldInput name="founded_on" />
        <div className="cd-wide"><Warnings {...(id ? { id } : {})} /></div>
      </FieldGroup>
      <FieldGroup title="위치·연락">
        <ComplexInput />
        <FieldInput name="tenancy" />
        <FieldInput name="phone" placeholder="055-123-4567" />
        <FieldInput name="province" />
        <FieldInput name="district" />
        <FieldInput name="homepage" />
        <div className="cd-wide"><FieldInput name="address" /></div>
      </FieldGroup>
      <FirmGroups />
      <FieldGroup title="그 밖"><div className="cd-wide"><FieldInput name="memo" help="주민등록번호는 적지 마세요. 저장되지 않습니다." /></div></FieldGroup>
    </RecordForm>
  );
};
