/** Whether a body is still there on a day: closed, suspended, moved or merged (domain.md §9: a firm must be active on the day of a session). */
import { withParticle } from '../korean/particle.ts';
import type { Reader } from '../kernel/reader.ts';
import { organisation } from './fields.ts';
import { labelOf } from '../kernel/field.ts';

export type OrganisationStanding = {
  /** Code of `firmStatuses`, never `active`. */
  status: string;
  /** Since when; null when nobody wrote it down. */
  since: string | null;
  /** Who goes on in its place. */
  successor: { id: string; name: string } | null;
  /** What to say to somebody who chooses it. */
  message: string;
};

type Row = { name: string; status: string | null; status_on: string | null; successor: string | null; successor_name: string | null };

/**
 * What stands against choosing a body on a day; null when nothing does. A state without a day is taken to hold already.
 * @param day `YYYY-MM-DD`, null for a day not yet known: then the state of today is told
 */
export const standingOn = (read: Reader, id: string, day: string | null): OrganisationStanding | null => {
  const row = read.get<Row>(
    `SELECT o.name, o.status, o.status_on, s.id AS successor, s.name AS successor_name FROM organisation o
     LEFT JOIN organisation s ON s.id = o.succeeded_by AND s._del = 0 WHERE o.id = ?`, [id]);
  if (!row || row.status === null || row.status === 'active' || (day !== null && row.status_on !== null && row.status_on > day)) return null;
  const successor = row.successor !== null && row.successor_name !== null ? { id: row.successor, name: row.successor_name } : null;
  const said = `${withParticle(row.name, '은/는')} ${row.status_on === null ? '' : `${row.status_on}에 `}${labelOf(organisation.fields.status, row.status)}한 곳입니다.`;
  return { status: row.status, since: row.status_on, successor, message: successor ? `${said} 이어받은 곳: ${successor.name}` : `${said} 날짜를 확인해 주세요.` };
};
