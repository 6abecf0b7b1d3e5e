import { isSameBody } from '../identity/same-sql.ts';
import { findQuery } from '../kernel/find.ts';
import { nearIn } from '../search/near.ts';

/** People by any syllables of the name or its initial consonants; the note says where they work and as what. */
export const findPerson = findQuery({
  name: 'person', table: 'person', label: 't.name',
  near: nearIn('person'),
  joins: 'LEFT JOIN organisation o ON o.id = t.organisation',
  note: "trim(coalesce(o.name, '') || ' ' || coalesce(t.position, ''))",
  only: {
    // Most people have none: the index leaves them out.
    role: "t.roles IS NOT NULL AND ',' || t.roles || ',' LIKE '%,' || :only_role || ',%'",
    organisation: isSameBody('t.organisation', ':only_organisation'),
  },
});
