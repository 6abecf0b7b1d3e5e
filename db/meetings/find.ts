import { findQuery } from '../kernel/find.ts';
import { nearIn } from '../search/near.ts';

/** Meetings by any syllables of the title or its initial consonants; the note is the day and the place. */
export const findMeeting = findQuery({ name: 'meeting', table: 'meeting', near: nearIn('meeting'), label: 't.title', note: "t.start_on || ' ' || coalesce(t.place, '')" });
