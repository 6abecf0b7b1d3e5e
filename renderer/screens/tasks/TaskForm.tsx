/** Fields of a task, grouped by the stage of its life in which they are filled. Money stands on its own tab. */
import { useFormContext, useWatch } from 'react-hook-form';
import { useMemo, useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { isState } from '../../../db/tasks/choices.ts';
import { task } from '../../../db/tasks/fields.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FieldGroup } from '../../parts/layout/FieldGroup.tsx';
import { clusterLink, committeeLink, coordinatorLink, meetingLink, organisationLink, sessionLink, siteLink } from '../../links.ts';
import { StandingNotice } from '../organisations/StandingNotice.tsx';
import { LifeGroup } from './LifeGroup.tsx';
import { dueFrom, lifeGroups } from './life-groups.ts';
import { SimilarWhileWriting } from './SimilarTasks.tsx';
import { SupportTypeInput } from './SupportTypeInput.tsx';

/** Names of what the record links to, by field. */
export type LinkNames = Readonly<Record<string, { id: string; label: string }>>;

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
  const [decided_on, found_on, program_year] = useWatch({ control, name: ['decided_on', 'found_on', 'program_year'] });
  return <SupportTypeInput days={{ decided_on, found_on, program_year }} />;
};

/** Said when the firm was closed on the day the task was found. */
const FirmStanding = () => {
  const { control } = useFormContext<FormValues>();
  const [firm, day] = useWatch({ control, name: ['lead_org', 'found_on'] });
  return <StandingNotice organisation={firm ?? null} day={day ?? null} />;
};

/** What 발굴 asks for beside what every task must have. */
const newTask = { ...task, fields: { ...task.fields, field: { ...task.fields.field, required: true } } };

const fields: Readonly<Record<string, { kind: string }>> = task.fields;

/** One field of a group in the control it needs. */
const One = ({ name, names }: { name: string; names: LinkNames }) => {
  if (name === 'support_type') return <SupportType />;
  if (fields[name]?.kind === 'link') return <Link name={name} names={names} />;
  return fields[name]?.kind === 'long' ? <div className="cd-wide"><FieldInput name={name} /></div> : <FieldInput name={name} />;
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
    organisation: organisationLink, person: coordinatorLink, mini_cluster: clusterLink, session: sessionLink, meeting: meetingLink, committee: committeeLink,
    // The site belongs to the firm that is chosen now.
    site: siteLink(typeof firm === 'string' ? firm : null),
  }), [firm]);
  const status = String(values['status'] ?? 'discovered');
  return (
    <RecordForm type={isNew ? newTask : task} values={values} isNew={isNew} {...form} quick links={sources}>
      <FieldGroup title="개요">
        <div className="cd-wide"><FieldInput name="title" autoFocus={isNew} /></div>
        <Link name="lead_org" names={names} onValue={setFirm} />
        <FieldInput name="field" />
        <FieldInput name="found_on" />
        <Link name="coordinator" names={names} />
        <FirmStanding />
        <div className="cd-wide"><FieldInput name="need_text" /></div>
        {isNew ? <SimilarWhileWriting /> : null}
        <FieldInput name="other_fields" />
        <FieldInput name="stage" />
        <Link name="cluster" names={names} />
        <FieldInput name="site" disabled={!firm} />
        <FieldInput name="office" />
        <FieldInput name="program_year" />
        <div className="cd-wide"><FieldInput name="memo" /></div>
      </FieldGroup>
      {lifeGroups.filter((group) => !isNew || group.isForNew).map((group) => (
        <LifeGroup key={group.title} title={group.title} names={group.fields} isDue={!isNew && isState(status) && dueFrom(group, status, values)}>
          {group.fields.map((name) => <One key={name} name={name} names={names} />)}
        </LifeGroup>
      ))}
    </RecordForm>
  );
};
