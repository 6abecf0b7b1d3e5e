/** What is looked up to judge a session. */
import { isSameBody } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import { standingOn } from '../organisations/standing.ts';
import { guardsOf } from './guards.ts';
import type { OtherSession, SessionFacts } from './judge.ts';

/** A session as it is written: whatever is known of it. */
export type SessionDraft = {
  /** Id of the session itself when it exists already. */
  id?: string | undefined;
  coordinator?: string | null | undefined; organisation?: string | null | undefined; visit_on?: string | null | undefined;
  start_at?: string | null | undefined; end_at?: string | null | undefined; contact_minutes?: number | null | undefined; result?: string | null | undefined;
};

/** Other sessions of the coordinator on that day; goes by the index (coordinator, visit_on). */
export const othersSql = `SELECT s.id, s.start_at, s.end_at, s.minutes, o.name AS firm, ${isSameBody('s.organisation', ':organisation')} AS same
  FROM session s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.coordinator = :coordinator AND s.visit_on = :day AND s._del = 0 AND s.id <> :id ORDER BY s.start_at`;

/** @param now local day and time `YYYY-MM-DD HH:MM` */
export const factsOf = (read: Reader, draft: SessionDraft, { stage, now, office }: { stage: SessionFacts['stage']; now: string; office: string }): SessionFacts => {
  const { coordinator = null, organisation = null, visit_on: day = null } = draft;
  const others = coordinator && day
    ? read.all<Omit<OtherSession, 'isSameFirm'> & { same: number | null }>(othersSql, { organisation: organisation ?? '', coordinator, day, id: draft.id ?? '' }) : [];
  return {
    stage, now,
    session: { organisation, visit_on: day, start_at: draft.start_at ?? null, end_at: draft.end_at ?? null, contact_minutes: draft.contact_minutes ?? null },
    others: others.map(({ same, ...other }) => ({ ...other, isSameFirm: same === 1 })),
    standing: organisation && day ? (standingOn(read, organisation, day)?.message ?? null) : null,
    guards: guardsOf(read, office),
  };
};
