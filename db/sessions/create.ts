/** Logging a session: the session, a new firm, new people, its links and the next action, all in the caller's one transaction. */
import { createAction } from '../actions/write.ts';
import type { Values } from '../kernel/field.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { organisation } from '../organisations/fields.ts';
import { addAttendee, type Attendee } from './attendees.ts';
import { session, sessionMeeting, sessionTask } from './fields.ts';
import { nextSessionNo } from './number.ts';

export type SessionValues = Values<typeof session.fields>;

export type NewSession = {
  /** New unless given. */
  id?: string | undefined;
  values: Partial<SessionValues>;
  /** A firm that is not in the list yet; `values.organisation` is then left out. */
  newFirm?: { name: string; address?: string | undefined } | undefined;
  attendees?: readonly Attendee[] | undefined;
  companions?: readonly Attendee[] | undefined;
  /** Ids of tasks the session was about. */
  tasks?: readonly string[] | undefined;
  /** Ids of meetings it belongs to. */
  meetings?: readonly string[] | undefined;
  /** The owner is the coordinator unless given. */
  nextAction?: { what: string; due_on?: string | null | undefined; owner?: string | null | undefined } | null | undefined;
};

/** Where a visit took place unless said otherwise. */
const addressOf = (tx: Tx, firm: string | null | undefined, site: string | null | undefined): string | null =>
  (site ? tx.read.value<string>('SELECT address FROM site WHERE id = ?', [site]) : undefined)
  ?? (firm ? tx.read.value<string>('SELECT address FROM organisation WHERE id = ?', [firm]) : undefined) ?? null;

/**
 * Makes a session as 작성중 with its number. A visit without a place gets the address of the site or firm.
 * @returns id of the session
 * @throws Refusal `invalid`
 */
export const createSession = (tx: Tx, { id: given, values, newFirm, attendees = [], companions = [], tasks = [], meetings = [], nextAction }: NewSession): string => {
  const firm = values.organisation ?? (newFirm ? tx.create(organisation, { name: newFirm.name, kind: 'firm', address: newFirm.address ?? null }) : null);
  const visitOn = values.visit_on ?? tx.today;
  const mode = values.mode ?? 'visit';
  const place = values.place ?? (mode === 'visit' ? addressOf(tx, firm, values.site)?.slice(0, 200) ?? null : null);
  const id = tx.create(session, {
    ...values, ...(firm === null ? {} : { organisation: firm }), visit_on: visitOn, mode, place,
    // Contact time is written down only while the clock is unknown.
    ...(values.start_at && values.end_at ? { contact_minutes: null } : {}),
    session_no: values.session_no ?? nextSessionNo(tx.read, visitOn), status: 'draft',
  }, given);
  for (const attendee of attendees) addAttendee(tx, id, attendee, 'firm');
  for (const companion of companions) addAttendee(tx, id, companion, 'agency');
  for (const task of tasks) tx.create(sessionTask, { session: id, task }, relationId('session_task', id, task));
  for (const meeting of meetings) tx.create(sessionMeeting, { session: id, meeting }, relationId('session_meeting', id, meeting));
  if (nextAction) createAction(tx, { what: nextAction.what, due_on: nextAction.due_on ?? null, owner: nextAction.owner ?? values.coordinator ?? null, session: id });
  return id;
};
