/** Fields of a session in the order in which they are told: when, who, where, what, what came of it. */
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Cell } from '../../../db/kernel/field.ts';
import { session } from '../../../db/sessions/fields.ts';
import { api } from '../../api.ts';
import { clusterLink, coordinatorLink, organisationLink, siteLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import type { LastSession } from '../../../db/sessions/api.ts';
import { ContactTime, PreparationTime } from './ContactTime.tsx';
import { Phrases } from './Phrases.tsx';

export type LinkNames = Readonly<Record<string, { id: string; label: string }>>;

const textOf = (value: Cell | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
/** What is worth a second look; nothing is refused for it. */
const Warnings = ({ id }: { id?: string | undefined }) => {
  const { control } = useFormContext<FormValues>();
  const [coordinator, organisation, visit_on, start_at, end_at, result] = useWatch({ control, name: ['coordinator', 'organisation', 'visit_on', 'start_at', 'end_at', 'result'] }).map(textOf);
  const minutes = useWatch({ control, name: 'contact_minutes' });
  const draft = { ...(id === undefined ? {} : { id }), coordinator, organisation, visit_on, start_at, end_at, result, contact_minutes: typeof minutes === 'number' ? minutes : null };
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

/** Puts text taken over from the session before into the form, below what stands there. */
export type TakeOver = (values: { summary?: string | null; advice?: string | null }) => void;

const useTakeOver = (taker: RefObject<TakeOver | null> | undefined) => {
  const { getValues, setValue, setFocus } = useFormContext<FormValues>();
  useEffect(() => {
    if (!taker) return;
    taker.current = (values) => {
      for (const [name, text] of Object.entries(values)) {
        if (text) setValue(name, [textOf(getValues(name)), text].filter(Boolean).join('\n'), { shouldDirty: true });
      }
      setFocus(Object.keys(values)[0] ?? 'summary');
    };
  }, [taker, getValues, setValue, setFocus]);
};

/** The session before, offered as the first phrase. */
const before = (last: LastSession | null, name: 'summary' | 'advice') => {
  const body = last?.[name];
  return body && last ? [{ id: `last-${name}`, title: `지난 상담(${last.visit_on})의 ${session.fields[name].ko}`, body }] : [];
};

type BodyProps = {
  id?: string | undefined; names: LinkNames; onFirm: (firm: Cell) => void; firm: Cell; isNew: boolean; isOff: boolean; last: LastSession | null; taker?: RefObject<TakeOver | null> | undefined;
  children?: ReactNode; after?: ReactNode;
};

const Body = ({ id, names, onFirm, firm, isNew, isOff, last, taker, children, after }: BodyProps) => {
  const { control } = useFormContext<FormValues>();
  const fillPlace = usePlaceOfFirm();
  useTakeOver(taker);
  // Chosen, or brought back with a draft.
  const named = useWatch({ control, name: 'organisation' }) ?? null;
  const tell = useRef(onFirm);
  tell.current = onFirm;
  useEffect(() => tell.current(named), [named]);
  return (
    <>
      <div className="cd-form-grid cd-session-fields">
        <div className="cd-span-2"><Link name="organisation" names={names} autoFocus={isNew} onValue={(value) => void fillPlace(value)} /></div>
        <FieldInput name="visit_on" />
        <FieldInput name="mode" />
        <ContactTime />
        <Link name="coordinator" names={names} />
        <div className="cd-wide"><FieldInput name="place" /></div>
        <Warnings id={id} />
      </div>
      {children}
      <div className="cd-form-grid cd-session-fields">
        <div className="cd-wide"><FieldInput name="fields" /></div>
        <div className="cd-wide"><Phrases use="summary" first={before(last, 'summary')} disabled={isOff}><FieldInput name="summary" placeholder="기업의 상황과 애로. 상용구는 / 또는 Alt+P" /></Phrases></div>
        <div className="cd-wide"><Phrases use="advice" first={before(last, 'advice')} disabled={isOff}><FieldInput name="advice" placeholder="무엇을 알려 주고 도왔는지. 상용구는 / 또는 Alt+P" /></Phrases></div>
        <FieldInput name="result" />
        <ReferredTo />
        <FieldInput name="next_visit_on" />
        <div className="cd-wide"><FieldInput name="materials" /></div>
      </div>
      {after}
      <div className="cd-form-grid cd-session-fields">
        <Link name="cluster" names={names} />
        <FieldInput name="site" disabled={!firm} />
        <PreparationTime />
        <FieldInput name="distance_km" />
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
  saveLabel?: string;
  /** The session before with this firm. */
  last?: LastSession | null;
  /** Filled with what takes text over into the form. */
  taker?: RefObject<TakeOver | null>;
  /** See RecordForm. */
  beside?: { values: FormValues; restore: (values: FormValues) => void };
  onSave: (patch: FormValues, was: FormValues) => Promise<unknown>;
  onCancel?: () => void;
  /** The firm the form names now. */
  onFirm?: (firm: string | null) => void;
  /** Between who-and-when and what. */
  children?: ReactNode;
  /** After what came of it. */
  after?: ReactNode;
};

export const SessionForm = ({ values, names = {}, id, isNew = false, last = null, taker, onFirm, children, after, ...form }: SessionFormProps) => {
  const [firm, setFirm] = useState<Cell>(values['organisation'] ?? null);
  const sources = useMemo(() => ({ organisation: organisationLink, person: coordinatorLink, mini_cluster: clusterLink, site: siteLink(textOf(firm)) }), [firm]);
  return (
    <RecordForm type={session} values={values} isNew={isNew} links={sources} quick {...form}>
      <Body id={id} names={names} firm={firm} isNew={isNew} isOff={form.readOnly ?? false} last={last} taker={taker} onFirm={(next) => { setFirm(next); onFirm?.(textOf(next)); }} after={after}>{children}</Body>
    </RecordForm>
  );
};
