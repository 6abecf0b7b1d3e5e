/** The kinds of records the box finds: where a document comes from, what it is called, what a filter may look at. */
import { canonicalOf, isSameBody, standsForItself } from '../identity/same-sql.ts';
import type { Choice } from '../kernel/choice.ts';
import { committeeStatuses } from '../reference/choices/evaluation.ts';
import { actionStatuses, meetingStatuses } from '../reference/choices/meeting.ts';
import { firmStatuses } from '../reference/choices/organisation.ts';
import { sessionStatuses } from '../reference/choices/session.ts';
import { taskStates } from '../reference/choices/task.ts';
import type { KindName } from './choices.ts';

/** A kind's rows keep this many numbers: the row of a document is kind × 2^40 + the number of its record. */
export const KIND_SPAN = 2 ** 40;

export type Kind = Readonly<{
  name: KindName;
  /** Stands in the rows of the index: never changed, never given twice. */
  number: number;
  table: string;
  joins?: string;
  /** Condition for being found, besides not being deleted. */
  where?: string;
  label: string;
  /** SQL of the parts: several values of one column are joined by line feeds. */
  own: readonly string[];
  links?: readonly string[];
  numbers?: readonly string[];
  texts?: readonly string[];
  /** The kind's own date, the office that has it, and whose it is (a person). */
  date?: string;
  office?: string;
  mine?: string;
  /** What stands beside the label: SQL, joined by dots; `status` is a code of `statuses`. */
  note: readonly string[];
  status?: string;
  statuses?: readonly Choice[];
  /** Column with an index on it that holds the folded name, when names are looked up by their beginning. */
  key?: string;
  /** What the page opens: the record itself, or the one it belongs to. */
  open?: { readonly table: string; readonly id: string };
}>;

const officeOfPerson = (person: string): string => `(SELECT a.office FROM account a WHERE a.person = ${person} AND a._del = 0 AND a.office IS NOT NULL ORDER BY a.id LIMIT 1)`;

const names = (of: string): string => `(SELECT group_concat(${of}, char(10)) `;

export const kinds: readonly Kind[] = [
  {
    name: 'organisation', number: 1, table: 'organisation', where: standsForItself('t.id'), label: 't.name', key: 'name_key',
    own: [
      't.name',
      `${names('p.value')} FROM organisation_past p WHERE ${isSameBody('p.organisation', 't.id')} AND p.what = 'name' AND p._del = 0)`,
      `${names('o.name')} FROM organisation_same s JOIN organisation o ON o.id = s.id WHERE s.canonical = t.id AND s.id <> t.id)`,
    ],
    numbers: ['t.business_no', 't.corporate_no', 't.phone', `${names('o.business_no')} FROM organisation_same s JOIN organisation o ON o.id = s.id WHERE s.canonical = t.id AND s.id <> t.id)`],
    texts: ['t.representative', 't.products', 't.industry_name', 't.address', 't.memo'],
    note: ["coalesce(t.district, t.province)", 'coalesce(t.products, t.industry_name)'], status: "nullif(t.status, 'active')", statuses: firmStatuses,
  },
  {
    name: 'person', number: 2, table: 'person', label: 't.name', key: 'name_key', joins: 'LEFT JOIN organisation o ON o.id = t.organisation',
    own: ['t.name'], links: ['o.name'], numbers: ['t.mobile', 't.phone'], texts: ['t.position', 't.department', 't.email', 't.memo'], note: ['o.name', 't.position'],
  },
  {
    name: 'task', number: 3, table: 'task', label: 't.title', key: 'title_key', joins: 'LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person c ON c.id = t.coordinator',
    own: ['t.title'], links: ['o.name', 'c.name'], numbers: ['t.task_no', 't.agreement_no', 't.rnd_no'], texts: ['t.need_text', 't.plan_goal', 't.memo'],
    date: 't.found_on', office: 't.office', mine: 't.coordinator', note: ['o.name', 't.found_on'], status: 't.status', statuses: taskStates,
  },
  {
    name: 'session', number: 4, table: 'session', label: "t.visit_on || ' ' || coalesce(o.name, '')", joins: 'LEFT JOIN organisation o ON o.id = t.organisation LEFT JOIN person c ON c.id = t.coordinator',
    own: [], links: ['o.name', 'c.name'], numbers: ['t.session_no'], texts: ['t.place', 't.summary', 't.advice', 't.memo'],
    date: 't.visit_on', office: officeOfPerson('t.coordinator'), mine: 't.coordinator', note: ['c.name', 't.session_no'], status: 't.status', statuses: sessionStatuses,
  },
  {
    name: 'meeting', number: 5, table: 'meeting', label: 't.title', key: 'name_key', own: ['t.title'], texts: ['t.place', 't.minutes', 't.memo'],
    date: 't.start_on', note: ['t.start_on', 't.place'], status: 't.status', statuses: meetingStatuses,
  },
  {
    name: 'agenda_item', number: 6, table: 'agenda_item', label: 't.title', joins: 'LEFT JOIN meeting m ON m.id = t.meeting', own: ['t.title'], texts: ['t.discussion', 't.decision'],
    date: 'm.start_on', note: ['m.title', 'm.start_on'], open: { table: 'meeting', id: 't.meeting' },
  },
  {
    name: 'attachment', number: 7, table: 'attachment', label: 't.name', own: ['t.name'], texts: ['t.note'],
    note: ["(CASE t.owner_table WHEN 'task' THEN (SELECT k.title FROM task k WHERE k.id = t.owner) WHEN 'meeting' THEN (SELECT m.title FROM meeting m WHERE m.id = t.owner) WHEN 'organisation' THEN (SELECT o.name FROM organisation o WHERE o.id = t.owner) WHEN 'session' THEN (SELECT s.visit_on || ' ' || coalesce(o.name, '') FROM session s LEFT JOIN organisation o ON o.id = s.organisation WHERE s.id = t.owner) END)"],
    open: { table: 't.owner_table', id: "CASE t.owner_table WHEN 'organisation' THEN " + canonicalOf('t.owner') + ' ELSE t.owner END' },
  },
  {
    name: 'mini_cluster', number: 8, table: 'mini_cluster', label: 't.name', key: 'name_key',
    own: ['t.name', `${names('p.name')} FROM cluster_past p WHERE p.cluster = t.id AND p._del = 0)`], numbers: ['t.code'], texts: ['t.industry', 't.memo'],
    mine: 't.manager', note: ['t.industry', "CASE WHEN t.merged_into IS NOT NULL THEN '통합됨' WHEN t.dissolved_on IS NOT NULL THEN '해산' END"],
  },
  {
    name: 'action_item', number: 9, table: 'action_item', label: 't.what', joins: 'LEFT JOIN person c ON c.id = t.owner LEFT JOIN organisation o ON o.id = t.organisation', own: ['t.what'], links: ['o.name', 'c.name'], texts: ['t.note'],
    date: 't.due_on', office: officeOfPerson('t.owner'), mine: 't.owner', note: ['o.name', 'c.name', 't.due_on'], status: 't.status', statuses: actionStatuses,
    open: { table: "CASE WHEN t.task IS NOT NULL THEN 'task' WHEN t.session IS NOT NULL THEN 'session' WHEN t.meeting IS NOT NULL THEN 'meeting' WHEN t.organisation IS NOT NULL THEN 'organisation' ELSE 'action_item' END", id: 'coalesce(t.task, t.session, t.meeting, t.organisation, t.id)' },
  },
  {
    name: 'committee', number: 10, table: 'committee', label: 't.name', key: 'name_key', own: ['t.name'], texts: ['t.place', 't.office', 't.memo'],
    date: 't.held_on', office: 't.office', note: ['t.held_on', 't.place'], status: 't.status', statuses: committeeStatuses,
  },
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));
const byNumber = new Map(kinds.map((kind) => [kind.number, kind]));

export const kindOf = (name: KindName): Kind => {
  const kind = byName.get(name);
  if (!kind) throw new Error(`the search knows no kind ${name}`);
  return kind;
};

/** The row of a record in the index, and back. */
export const indexRow = (kind: Kind, n: number): number => kind.number * KIND_SPAN + n;
export const recordOfRow = (row: number): { kind: Kind; n: number } | null => {
  const kind = byNumber.get(Math.floor(row / KIND_SPAN));
  return kind ? { kind, n: row % KIND_SPAN } : null;
};
