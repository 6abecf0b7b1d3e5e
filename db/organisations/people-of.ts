/** The people of an organisation, those met most lately first: who to tick when a session or a meeting is written down. */
import { isSameBody } from '../identity/same-sql.ts';
import { query } from '../kernel/query.ts';

export type PersonOf = {
  id: string; name: string; department: string | null; position: string | null; mobile: string | null; phone: string | null; email: string | null; roles: string | null;
  /** Day of the last session or meeting with this person. */
  met_on: string | null;
};

const most = 500;

export const peopleOf = query('organisation.people', (read, { id }: { id: string }): PersonOf[] =>
  read.all<PersonOf>(
    `SELECT p.id, p.name, p.department, p.position, p.mobile, p.phone, p.email, p.roles,
       nullif(max(
         coalesce((SELECT max(s.visit_on) FROM session_attendee a JOIN session s ON s.id = a.session AND s._del = 0 WHERE a.person = p.id AND a._del = 0), ''),
         coalesce((SELECT max(g.start_on) FROM attendance a JOIN meeting g ON g.id = a.meeting AND g._del = 0 WHERE a.person = p.id AND a._del = 0 AND a.is_present = 1), '')), '') AS met_on
     FROM person p WHERE ${isSameBody('p.organisation', '?')} AND p._del = 0 ORDER BY met_on DESC NULLS LAST, p.name LIMIT ?`, [id, most]));
