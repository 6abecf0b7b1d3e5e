/** Who carries out a task together with whom: participants beside the lead firm, and the bodies of each joint task once. */
import { canonicalOf } from '../identity/same-sql.ts';
import type { Fact } from './fact.ts';
import { rowsNaming, rowsOfBodies } from './fact-sql.ts';

/** Null while the record has not arrived: who is not known is tied to nobody. */
const bodyOf = (link: string): string => `(SELECT po.n FROM organisation po WHERE po.id = ${canonicalOf(link)})`;

const values: Readonly<Record<string, string>> = { n: 'p.n', task: 't.n', body: bodyOf('p.organisation'), lead: bodyOf('t.lead_org'), day: 't.found_on' };

const ofTasksLedBy = `SELECT p.n FROM participant p WHERE p.task IN (SELECT t.id FROM task t WHERE t.n IN (${rowsOfBodies('task', 'lead_org')}))`;
const joint = 'body IS NOT NULL AND lead IS NOT NULL AND body <> lead';

export const participantFact: Fact = {
  table: 'participant_fact', of: 'participant', key: 'p.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM participant p JOIN task t ON t.id = p.task AND t._del = 0 WHERE p._del = 0`,
  sources: [
    { table: 'participant', fields: ['task', 'organisation', '_del', '*'] },
    { table: 'task', fields: ['lead_org', 'found_on', '_del', '*'], rows: rowsNaming('participant', 'task') },
    { table: 'organisation', fields: ['*'], rows: rowsOfBodies('participant', 'organisation') },
    { table: 'organisation', fields: ['*'], rows: ofTasksLedBy },
    { table: 'organisation_same', fields: [], rows: rowsOfBodies('participant', 'organisation') },
    { table: 'organisation_same', fields: [], rows: ofTasksLedBy },
  ],
  sums: [],
  groups: [{
    table: 'joint_body', key: 'task', by: 'task', columns: ['task', 'body', 'day'],
    select: (from) => `SELECT task, body, day FROM (SELECT task, body, day FROM ${from} WHERE ${joint} UNION SELECT task, lead, day FROM ${from} WHERE ${joint}) WHERE true`,
    end: '',
  }],
};
