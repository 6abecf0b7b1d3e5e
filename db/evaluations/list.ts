/** The list of evaluation meetings, with what each has decided; and finding one by name. */
import { findQuery } from '../kernel/find.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { committee } from './fields.ts';

const own = Object.fromEntries([...Object.keys(committee.fields), 'name_key', 'name_cho'].map((name): [string, ListColumn] => [name, { sql: `t.${name}`, dependsOn: [`committee.${name}`] }]));

const decided = ['*', 'committee', 'decision', 'amount'].map((column) => `committee_task.${column}`);
const countOf = (condition: string): string => `(SELECT count(*) FROM committee_task c WHERE c.committee = t.id AND c._del = 0 AND ${condition})`;
const reviewed = countOf("c.decision IN ('selected', 'rejected', 'supplement')");
const selected = countOf("c.decision = 'selected'");

export const committeeListSpec: ListSpec = {
  name: 'evaluations',
  table: 'committee',
  columns: {
    ...own,
    tasks: { sql: countOf('1'), dependsOn: decided },
    evaluators: { sql: '(SELECT count(*) FROM evaluator e WHERE e.committee = t.id AND e._del = 0)', dependsOn: ['evaluator.*', 'evaluator.committee'] },
    reviewed: { sql: reviewed, dependsOn: decided },
    selected: { sql: selected, dependsOn: decided },
    // Tenths of a percent in whole numbers, half rounded up, as score.ts does.
    rate: { sql: `CASE WHEN ${reviewed} > 0 THEN (${selected} * 2000 + ${reviewed}) / (2 * ${reviewed}) END`, show: `CASE WHEN ${reviewed} > 0 THEN printf('%.1f', ((${selected} * 2000 + ${reviewed}) / (2 * ${reviewed})) / 10.0) END`, dependsOn: decided },
    granted: { sql: "(SELECT sum(c.amount) FROM committee_task c WHERE c.committee = t.id AND c._del = 0 AND c.decision = 'selected')", dependsOn: decided },
  },
  quick: ['name', 'name_key', 'name_cho', 'place', 'office'],
  sort: [{ column: 'held_on', descending: true }],
};

export const committeeList = listQuery(committeeListSpec);

/** Evaluation meetings by any syllables of the name or its initial consonants; the note is day and place. */
export const findCommittee = findQuery({ name: 'committee', table: 'committee', label: 't.name', note: "t.held_on || ' ' || coalesce(t.place, '')" });
