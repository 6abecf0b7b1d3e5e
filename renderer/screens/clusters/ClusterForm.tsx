/** Fields of a mini-cluster. */
import type { Cell } from '../../../db/kernel/field.ts';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { clusterLink, personOfLink } from '../../links.ts';
import { HubField } from './HubField.tsx';

export type ClusterFormProps = {
  values: Readonly<Record<string, Cell>>;
  names?: Readonly<Record<string, { label: string }>>;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
};

const links = { person: personOfLink(null), mini_cluster: clusterLink };

export const ClusterForm = ({ names = {}, isNew = false, ...form }: ClusterFormProps) => {
  const nameOf = (field: string) => (names[field] ? { valueLabel: names[field].label } : {});
  return (
    <RecordForm type={miniCluster} isNew={isNew} {...form} links={links} quick>
      <div className="cd-form-grid">
        <div className="cd-wide"><FieldInput name="name" autoFocus={isNew} /></div>
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
            <FieldInput name="dissolved_on" />
            <FieldInput name="merged_into" {...nameOf('merged_into')} />
          </>
        )}
        <div className="cd-wide"><FieldInput name="memo" /></div>
      </div>
    </RecordForm>
  );
};
