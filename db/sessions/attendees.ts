/** Who was there: people of the firm, and those who came along with the coordinator. New people are made with their organisation. */
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { person } from '../people/fields.ts';
import { sessionAttendee } from './fields.ts';

/** A known person, or a new one by name. */
export type Attendee = { id: string } | { name: string; position?: string | undefined; mobile?: string | undefined };

/** `firm`: a person of the firm; `agency`: a companion of the coordinator. */
export type AttendeeSide = 'firm' | 'agency';

/** Adds a person to a session; one who is there already only changes sides. @returns id of the person */
export const addAttendee = (tx: Tx, session: string, attendee: Attendee, side: AttendeeSide): string => {
  const firm = tx.read.value<string>('SELECT organisation FROM session WHERE id = ?', [session]) ?? null;
  const id = 'id' in attendee ? attendee.id : tx.create(person, {
    name: attendee.name, position: attendee.position ?? null, mobile: attendee.mobile ?? null, organisation: side === 'firm' ? firm : null,
  });
  tx.create(sessionAttendee, { session, person: id, side }, relationId('session_attendee', session, id));
  return id;
};

export const removeAttendee = (tx: Tx, session: string, personId: string): void => tx.remove(sessionAttendee, relationId('session_attendee', session, personId));
