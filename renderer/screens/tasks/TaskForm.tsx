/** Fields of a task, grouped as they are filled: what it is, who, when, money, outcome. */
import { useFormContext, useWatch } from 'react-hook-form';
import { useMemo, useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { supportTypesOf } from '../../../db/tasks/choices.ts';
import { task } from '../../../db/tasks/fields.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { clusterLink, coordinatorLink, meetingLink, organisationLink, sessionLink, siteLink } from '../../links.ts';

const funds = ['fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind'] as const;

/** Names of what the record links to, by field. */
export type LinkNames = Readonly<Record<string, { id: string; label: string }>>;

const Total = () => {
  const { control } = useFormContext<FormValues>();
  const amounts = useWatch({ control, name: [...funds] }).filter((value): value is number => typeof value === 'number');
  return (
    <p className="cd-total">
      <span>총사업비</span>
      <strong className="cd-number">{amounts.length === 0 ? '–' : `${formatNumber(amounts.reduce((sum, value) => sum + value, 0))}원`}</strong>
      <span className="cd-soft cd-small">네 금액을 더한 값입니다.</span>
    </p>
  );
};

/** A link shown by its stored name until another is chosen. */
const Link = ({ name, names, onValue }: { name: string; names: LinkNames; onValue?: (value: Cell) => void }) => {
  const { control } = useFormContext<FormValues>();
  const current = useWatch({ control, name });
  const known = names[name];
  return <FieldInput name={name} {...(known && known.id === current ? { valueLabel: known.label } : {})} {...(onValue ? { onValue } : {})} />;
};

/** What was open in the year of the task: the decision counts, until then the day it was found. */
const SupportType = () => {
  const { control } = useFormContext<FormValues>();
  const [decidedOn, foundOn] = useWatch({ control, name: ['decided_on', 'found_on'] });
  return <FieldInput name="support_type" choices={supportTypesOf({ decided_on: decidedOn, found_on: foundOn })} />;
};

export type TaskFormProps = {
  values: Readonly<Record<string, Cell>>;
  names?: LinkNames;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onSaved?: () => void;
  onCancel?: () => void;
  draftKey: string;
  isNew?: boolean;
};

export const TaskForm = ({ values, names = {}, isNew = false, ...form }: TaskFormProps) => {
  const [firm, setFirm] = useState<Cell>(values['lead_org'] ?? null);
  const sources = useMemo(() => ({
    organisation: organisationLink, person: coordinatorLink, mini_cluster: clusterLink, session: sessionLink, meeting: meetingLink,
    // The site belongs to the firm that is chosen now.
    site: siteLink(typeof firm === 'string' ? firm : null),
  }), [firm]);
  return (
    <RecordForm type={task} values={values} isNew={isNew} {...form} quick links={sources}>
      <FieldGroup title="개요">
        <div className="cd-wide"><FieldInput name="title" autoFocus={isNew} /></div>
        <Link name="lead_org" names={names} onValue={setFirm} />
        <Link name="coordinator" names={names} />
        <FieldInput name="field" />
        <FieldInput name="other_fields" />
        <div className="cd-wide"><FieldInput name="need_text" /></div>
        <Link name="cluster" names={names} />
        <FieldInput name="site" disabled={!firm} />
        {isNew ? null : <FieldInput name="task_no" />}
        <FieldInput name="program_year" />
        <FieldInput name="found_by" />
        <SupportType />
        <FieldInput name="route" />
        <FieldInput name="stage" />
      </FieldGroup>
      <FieldGroup title="일정">
        <FieldInput name="found_on" />
        <FieldInput name="received_on" />
        <FieldInput name="decided_on" />
        <FieldInput name="agreed_on" />
        <FieldInput name="start_on" />
        <FieldInput name="end_on" />
        <FieldInput name="completed_on" />
      </FieldGroup>
      <FieldGroup title="금액">
        {funds.map((name) => <FieldInput key={name} name={name} />)}
        <div className="cd-wide"><Total /></div>
      </FieldGroup>
      <FieldGroup title="결정·결과">
        <FieldInput name="employees_at_decision" />
        <FieldInput name="first_national_rnd" />
        <FieldInput name="final_grade" />
        <div className="cd-wide"><FieldInput name="memo" /></div>
      </FieldGroup>
    </RecordForm>
  );
};
