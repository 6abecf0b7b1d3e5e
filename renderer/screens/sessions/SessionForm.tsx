/** Fields of a session in the order in which they are told: when, who, where, what, what came of it. */
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { formatLength, lengthOf, parseSpan } from '../../../db/korean/parse-span.ts';
import { session } from '../../../db/sessions/fields.ts';
import { api } from '../../api.ts';
import { clusterLink, coordinatorLink, organisationLink, siteLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';

export type LinkNames = Readonly<Record<string, { id: string; label: string }>>;

const textOf = (value: Cell | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const isTime = (value: string | null): boolean => value !== null && /^\d\d:\d\d$/.test(value);

/** The length, which can be typed instead of the end: 1.5h, 90분, 14:00-15:30. */
const Length = () => {
  const { control, setValue } = useFormContext<FormValues>();
  const [start, end] = useWatch({ control, name: ['start_at', 'end_at'] }).map(textOf);
  const minutes = isTime(start ?? null) && isTime(end ?? null) ? lengthOf(start, end) : null;
  return (
    <TypedField
      label="길이" placeholder="1.5h, 90분" value={minutes === null ? null : formatLength(minutes)} write={(value) => String(value ?? '')} read={(text) => text}
      onChange={(value) => {
        const span = value === null ? null : parseSpan(String(value), start ?? null);
        if (!span) return;
        setValue('start_at', span.start, { shouldDirty: true });
        setValue('end_at', span.end, { shouldDirty: true });
      }}
    />
  );
};

/** What is worth a second look; nothing is refused for it. */
const Warnings = ({ id }: { id?: string | undefined }) => {
  const { control } = useFormContext<FormValues>();
  const [coordinator, organisation, visit_on, start_at, end_at, result] = useWatch({ control, name: ['coordinator', 'organisation', 'visit_on', 'start_at', 'end_at', 'result'] }).map(textOf);
  const draft = { ...(id === undefined ? {} : { id }), coordinator, organisation, visit_on, start_at, end_at, result };
  const check = useQuery({ queryKey: ['session', 'session_task', 'check', draft], queryFn: () => api.sessions.check.query(draft), enabled: /^\d{4}-\d{2}-\d{2}$/.test(visit_on ?? '') });
  if (!check.data || check.data.length === 0) return null;
  return <ul className="cd-warnings cd-wide" role="status">{check.data.map((one) => <li key={`${one.kind} ${one.session ?? ''}`}><TriangleAlert size={14} aria-hidden />{one.message}</li>)}</ul>;
};

const Link = ({ name, names, onValue, autoFocus = false }: { name: string; names: LinkNames; onValue?: (value: Cell) => void; autoFocus?: boolean }) => {
  const { control } = useFormContext<FormValues>();
  const current = useWatch({ control, name });
  const known = names[name];
  return <FieldInput name={name} autoFocus={autoFocus} {...(known && known.id === current ? { valueLabel: known.label } : {})} {...(onValue ? { onValue } : {})} />;
};

const ReferredTo = () => {
  const { control } = useFormContext<FormValues>();
  return useWatch({ control, name: 'result' }) === 'referred' ? <FieldInput name="referred_to" /> : null;
};

/** A visit to a firm takes place at its address, unless something else has been written. */
const usePlaceOfFirm = () => {
  const { getValues, setValue } = useFormContext<FormValues>();
  return async (firm: Cell) => {
    if (typeof firm !== 'string' || textOf(getValues('place')) !== null || getValues('mode') !== 'visit') return;
    const { values } = await api.organisations.get.query({ id: firm });
    if (values.address && textOf(getValues('place')) === null) setValue('place', values.address.slice(0, 200), { shouldDirty: true });
  };
};

const Body = ({ id, names, onFirm, firm, isNew, children, after }: { id?: string | undefined; names: LinkNames; onFirm: (firm: Cell) => void; firm: Cell; isNew: boolean; children?: ReactNode; after?: ReactNode }) => {
  const fillPlace = usePlaceOfFirm();
  return (
    <>
      <div className="cd-form-grid cd-session-fields">
        <div className="cd-span-2"><Link name="organisation" names={names} autoFocus={isNew} onValue={(value) => { onFirm(value); void fillPlace(value); }} /></div>
        <FieldInput name="visit_on" />
        <FieldInput name="mode" />
        <FieldInput name="start_at" />
        <FieldInput name="end_at" />
        <Length />
        <Link name="coordinator" names={names} />
        <div className="cd-wide"><FieldInput name="place" /></div>
        <Warnings id={id} />
      </div>
      {children}
      <div className="cd-form-grid cd-session-fields">
        <div className="cd-wide"><FieldInput name="fields" /></div>
        <div className="cd-wide"><FieldInput name="summary" placeholder="기업의 상황과 애로" /></div>
        <div className="cd-wide"><FieldInput name="advice" placeholder="무엇을 알려 주고 도왔는지" /></div>
        <FieldInput name="result" />
        <ReferredTo />
        <FieldInput name="next_visit_on" />
      </div>
      {after}
      <div className="cd-form-grid cd-session-fields">
        <Link name="cluster" names={names} />
        <FieldInput name="site" disabled={!firm} />
        <FieldInput name="preparation_minutes" />
        <FieldInput name="confirm_name" />
        <FieldInput name="confirm_on" />
        {isNew ? null : <FieldInput name="session_no" />}
        <div className="cd-wide"><FieldInput name="memo" /></div>
      </div>
    </>
  );
};

export type SessionFormProps = {
  values: Readonly<Record<string, Cell>>;
  names?: LinkNames;
  id?: string;
  draftKey: string;
  isNew?: boolean;
  readOnly?: boolean;
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  /** The firm the form names now. */
  onFirm?: (firm: string | null) => void;
  /** Between who-and-when and what. */
  children?: ReactNode;
  /** After what came of it. */
  after?: ReactNode;
};

export const SessionForm = ({ values, names = {}, id, isNew = false, onFirm, children, after, ...form }: SessionFormProps) => {
  const [firm, setFirm] = useState<Cell>(values['organisation'] ?? null);
  const sources = useMemo(() => ({ organisation: organisationLink, person: coordinatorLink, mini_cluster: clusterLink, site: siteLink(textOf(firm)) }), [firm]);
  return (
    <RecordForm type={session} values={values} isNew={isNew} links={sources} quick {...form}>
      <Body id={id} names={names} firm={firm} isNew={isNew} onFirm={(next) => { setFirm(next); onFirm?.(textOf(next)); }} after={after}>{children}</Body>
    </RecordForm>
  );
};
