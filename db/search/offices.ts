/** Offices there are, for the filter. */
import { query } from '../kernel/query.ts';

/** Each next office is one step in the index: DISTINCT would walk over a million tasks. */
const fromTasks = `WITH RECURSIVE one(office) AS (SELECT min(office) FROM task WHERE office > '' UNION ALL SELECT (SELECT min(t.office) FROM task t WHERE t.office > one.office) FROM one WHERE one.office IS NOT NULL)
  SELECT office FROM one WHERE office IS NOT NULL`;

export const officesQuery = query('search.offices', (read): string[] =>
  read.column<string>(`${fromTasks} UNION SELECT office FROM account WHERE office > '' AND _del = 0 UNION SELECT office FROM committee WHERE office > '' AND _del = 0 ORDER BY 1`));
