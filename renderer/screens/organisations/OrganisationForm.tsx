/** Fields of a firm or another organisation, grouped as they are asked. */
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { organisationLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { said, type Meaning } from '../../parts/form/ChangeQuestion.tsx';
import { ComplexInput, shownComplex } from './ComplexInput.tsx';
import { IndustryFields } from './IndustryFields.tsx';
import { BusinessNumber, CorporateNumber } from './NumberFields.tsx';
import { PastQuestion } from './PastQuestion.tsx';
import { StatusFields } from './StatusFields.tsx';
import { Warnings } from './Warnings.tsx';

export type OrganisationFormProps = {
  values: Readonly<Record<string, Cell>>;
  /** The record itself, when it exists. */
  id?: string;
  /** `meaning`: from which day a new name or address holds. */
  onSave: (patch: FormValues, was: FormValues, meaning?: Meaning) => Promise<unknown>;
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
const FirmGroups = ({ id }: { id?: string | undefined }) => {
  const { control } = useFormContext<FormValues>();
  if (useWatch({ control, name: 'kind' }) !== 'firm') return null;
  return (
    <>
      <FieldGroup title="업종·제품">
        <div className="cd-wide"><FieldInput name="products" /></div>
        <div className="cd-wide"><FieldInput name="industry_name" /></div>
        <IndustryFields />
        <div className="cd-wide"><Warnings about="industry" {...(id ? { id } : {})} /></div>
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
  const [meaning, setMeaning] = useState<Meaning>({});
  // The form was given the name of the complex; what was seen in the record is its code.
  const save = async (patch: FormValues, was: FormValues) => {
    const seen = 'complex' in was && was['complex'] === shownComplex(values['complex']) ? { ...was, complex: values['complex'] ?? null } : was;
    await ('name' in patch || 'address' in patch ? onSave(patch, seen, said(meaning)) : onSave(patch, seen));
    setMeaning({});
  };
  return (
    <RecordForm
      type={organisation} values={written(values)} isNew={isNew} draftKey={draftKey} {...(onCancel ? { onCancel } : {})} quick
      links={{ organisation: organisationLink }} onSave={save}
    >
      <FieldGroup title="기본">
        <div className="cd-wide"><Name autoFocus={isNew} /></div>
        {isNew ? null : <PastQuestion at="name" stored={values} meaning={meaning} onChange={setMeaning} />}
        <FieldInput name="kind" />
        <BusinessNumber />
        <FieldInput name="representative" />
        <StatusFields />
        <FieldInput name="legal_form" />
        <CorporateNumber />
        <FieldInput name="founded_on" />
        <div className="cd-wide"><Warnings about="rest" {...(id ? { id } : {})} /></div>
      </FieldGroup>
      <FieldGroup title="위치·연락">
        <ComplexInput />
        <FieldInput name="tenancy" />
        <FieldInput name="phone" placeholder="055-123-4567" />
        <FieldInput name="fax" placeholder="055-123-4568" />
        <FieldInput name="province" />
        <FieldInput name="district" />
        <FieldInput name="homepage" />
        <div className="cd-wide"><FieldInput name="address" /></div>
        {isNew ? null : <PastQuestion at="address" stored={values} meaning={meaning} onChange={setMeaning} />}
      </FieldGroup>
      <FirmGroups id={id} />
      <FieldGroup title="그 밖"><div className="cd-wide"><FieldInput name="memo" help="주민등록번호는 적지 마세요. 저장되지 않습니다." /></div></FieldGroup>
    </RecordForm>
  );
};
