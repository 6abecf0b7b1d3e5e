/** Fields of a mini-cluster. */
import { useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { said, type Meaning } from '../../parts/form/ChangeQuestion.tsx';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { clusterLink, personOfLink } from '../../links.ts';
import { HubField } from './HubField.tsx';
import { RenameQuestion } from './RenameQuestion.tsx';

export type ClusterFormProps = {
  values: Readonly<Record<string, Cell>>;
  names?: Readonly<Record<string, { label: string }>>;
  /** `meaning`: from which day a new name holds. */
  onSave: (patch: FormValues, was: FormValues, meaning?: Meaning) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
};

const links = { person: personOfLink(null), mini_cluster: clusterLink };

export const ClusterForm = ({ names = {}, isNew = false, onSave, ...form }: ClusterFormProps) => {
  const [meaning, setMeaning] = useState<Meaning>({});
  const nameOf = (field: string) => (names[field] ? { valueLabel: names[field].label } : {});
  return (
    <RecordForm
      type={miniCluster} isNew={isNew} {...form} links={links} quick
      onSave={async (patch, was) => { await (!isNew && 'name' in patch ? onSave(patch, was, said(meaning)) : onSave(patch, was)); setMeaning({}); }}
    >
      <div className="cd-form-grid">
        <div className="cd-wide"><FieldInput name="name" autoFocus={isNew} /></div>
        {isNew ? null : <RenameQuestion stored={String(form.values['name'] ?? '')} meaning={meaning} onChange={setMeaning} />}
        <HubField />
        <FieldInput name="kind" />
        <FieldInput name="industry" />
        <FieldInput name="founded_on" />
        <FieldInput name="manager" {...nameOf('manager')} />
        <FieldInput name="quorum_percent" />
        {isNew ? null : (
          <>
            <FieldInput name="code" />
            <FieldInput name="dues_rule" />
            <FieldInput name="parent" {...nameOf('parent')} />
            <FieldInput name="counts_proxies" />
            <FieldInput name="dissolved_on" help="회원과 임원의 기간도 이날 끝납니다." />
          </>
        )}
        <div className="cd-wide"><FieldInput name="memo" /></div>
      </div>
    </RecordForm>
  );
};
