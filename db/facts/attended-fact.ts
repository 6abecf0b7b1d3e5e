/** Meetings where people who visit firms were present (T6). All other attendances, by far the most, are no facts. */
import type { Fact } from './fact.ts';
import { rowsNaming } from './fact-sql.ts';

/** SQL: the person is one who visits. As `coordinatorIdsSql`, of one person. */
const visits = (person: string): string => `(EXISTS (SELECT 1 FROM person r WHERE r.id = ${person} AND r.roles > '' AND ',' || r.roles || ',' LIKE '%coordinator,%')
  OR EXISTS (SELECT 1 FROM account c WHERE c.person = ${person} AND c._del = 0) OR EXISTS (SELECT 1 FROM session v WHERE v.coordinator = ${person} AND v._del = 0))`;

const values: Readonly<Record<string, string>> = { n: 'a.n', person: 'p.n', meeting: 'g.n', day: 'g.start_on', status: 'g.status', last_day: 'coalesce(g.end_on, g.start_on)' };

/** Only where the facts do not say it yet: a session more of somebody who visits anyway concerns none of the hundreds of attendances. */
const whoseKindChanged = `SELECT a.n FROM attendance a WHERE a.person IN (SELECT value FROM json_each(?)) AND a._del = 0 AND a.is_present = 1 AND EXISTS (SELECT 1 FROM attended_fact f WHERE f.n = a.n) <> ${visits('a.person')}`;

export const attendedFact: Fact = {
  table: 'attended_fact', of: 'attendance', key: 'a.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM attendance a JOIN meeting g ON g.id = a.meeting AND g._del = 0 JOIN person p ON p.id = a.person
    WHERE a._del = 0 AND a.is_present = 1 AND ${visits('a.person')}`,
  sources: [
    { table: 'attendance', fields: ['meeting', 'person', 'is_present', '_del', '*'] },
    { table: 'meeting', fields: ['start_on', 'end_on', 'status', '_del', '*'], rows: rowsNaming('attendance', 'meeting') },
    { table: 'person', fields: ['roles', '*'], rows: rowsNaming('attendance', 'person') },
    { table: 'account', fields: ['person', '_del', '*'], via: 'person', rows: whoseKindChanged },
    { table: 'session', fields: ['coordinator', '_del', '*'], via: 'coordinator', rows: whoseKindChanged },
  ],
  sums: [], groups: [],
};
