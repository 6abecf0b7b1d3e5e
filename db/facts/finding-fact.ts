/** Who found each task and in which session (T6): who held the session it comes from, else who is in charge of it. */
import type { Fact } from './fact.ts';
import { keyOf, rowsNaming } from './fact-sql.ts';

const values: Readonly<Record<string, string>> = {
  n: 't.n', day: 't.found_on', finder: keyOf('person', 'coalesce(s.coordinator, t.coordinator)'),
  source: 's.n', source_day: 's.visit_on', source_coordinator: keyOf('person', 's.coordinator'),
};

export const findingFact: Fact = {
  table: 'finding_fact', of: 'task', key: 't.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM task t LEFT JOIN session s ON s.id = t.source_session AND s._del = 0 WHERE t._del = 0`,
  sources: [
    { table: 'task', fields: ['found_on', 'coordinator', 'source_session', '_del', '*'] },
    { table: 'session', fields: ['coordinator', 'visit_on', '_del', '*'], rows: rowsNaming('task', 'source_session') },
    { table: 'person', fields: ['*'], rows: rowsNaming('task', 'coordinator') },
    { table: 'person', fields: ['*'], rows: 'SELECT t.n FROM session s JOIN task t ON t.source_session = s.id WHERE s.coordinator IN (SELECT value FROM json_each(?))' },
  ],
  sums: [], groups: [],
};
