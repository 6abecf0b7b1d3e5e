/** Reads of a meeting that may take longer than a point read: they run in a reader thread. */
import { query } from '../kernel/query.ts';
import { meetingRelations, type MeetingRelations } from './relations.ts';
import { rosterOf, type Roster } from './roster.ts';

export const rosterQuery = query('meeting.roster', (read, input: { id: string }): Roster => rosterOf(read, input.id));

export const meetingRelationsQuery = query('meeting.relations', (read, input: { id: string }): MeetingRelations => meetingRelations(read, input.id));
