/**
 * Keeps the index with the records. Whatever a transaction touches is put on a list of rows first (so that a firm and its fifty
 * tasks in one action cost one look each), and indexed at the end of it, in the same transaction; what is beyond `mostAtOnce` waits.
 */
import type { Follower, Local } from '../kernel/follow.ts';
import { rebuildSearch, rebuildSearchLater } from './rebuild.ts';
import { indexRow, kindOf, recordOfRow } from './kinds.ts';
import type { KindName } from './choices.ts';
import { documentOf } from './source.ts';
import { tokensOf } from './tokens.ts';

/** Documents indexed inside the transaction that changes them: about 0.1 ms each. */
export const mostAtOnce = 300;

/** Brings one row of the index to what its record says. */
const indexAgain = (local: Local, row: number): void => {
  const place = recordOfRow(row);
  local.run('DELETE FROM search_text WHERE rowid = ?', [row]);
  const document = place && documentOf(local.read, place.kind, place.n);
  if (document) local.run('INSERT INTO search_text (rowid, tokens) VALUES (?, ?)', [row, tokensOf(document.parts)]);
  local.run('DELETE FROM search_waiting WHERE row = ?', [row]);
};

/** Puts the documents of a kind whose records the SQL names on the list. */
const wait = (local: Local, name: KindName, condition: string, ids: readonly string[]): void => {
  const kind = kindOf(name);
  local.run(`INSERT OR IGNORE INTO search_waiting (row) SELECT ${indexRow(kind, 0)} + t.n FROM ${kind.table} t WHERE ${condition}`, [JSON.stringify(ids)]);
};

const given = '(SELECT value FROM json_each(?))';

/** Every record of the bodies the given records describe. */
const bodies = `(SELECT coalesce(other.id, j.value) FROM json_each(?) j LEFT JOIN organisation_same own ON own.id = j.value LEFT JOIN organisation_same other ON other.canonical = own.canonical)`;

/** What rows point to, and what they once pointed to: both documents change when a former name moves. The log knows. */
const everPointedTo = (local: Local, table: string, link: string, ids: readonly string[]): string[] =>
  local.read.column<string>(`SELECT DISTINCT json_extract(l.patch, '$.${link}') FROM json_each(?) j JOIN sync_log l ON l.row_id = j.value AND l.tbl = '${table}' WHERE json_extract(l.patch, '$.${link}') IS NOT NULL`, [JSON.stringify(ids)]);

const follower = (table: string, fields: readonly string[], follow: (local: Local, ids: readonly string[]) => void): Follower =>
  ({ table, fields: [...fields, '_del'], follow, rebuild: () => undefined });

const own = (name: KindName, fields: readonly string[]): Follower => follower(kindOf(name).table, fields, (local, ids) => wait(local, name, `t.id IN ${given}`, ids));

/** Goes before the follower that says which records are one body: what the bodies were until now. */
export const searchBodiesBefore: Follower = follower('organisation', ['business_no', 'merged_into'], (local, ids) => wait(local, 'organisation', `t.id IN ${bodies}`, ids));

/** Indexes the newest rows that wait. @returns how many they were */
export const indexWaiting = (local: Local, most: number): number => {
  // Upwards: a row below the one before it makes FTS5 write a segment of its own for each.
  const rows = local.read.column<number>('SELECT row FROM (SELECT row FROM search_waiting ORDER BY row DESC LIMIT ?) ORDER BY row', [most]);
  for (const row of rows) indexAgain(local, row);
  return rows.length;
};

const settle = (local: Local): void => { indexWaiting(local, mostAtOnce); };

export const searchFollowers: readonly Follower[] = [
  follower('organisation', ['name', 'business_no', 'corporate_no', 'phone', 'representative', 'products', 'industry_name', 'address', 'memo', 'merged_into'], (local, ids) => wait(local, 'organisation', `t.id IN ${bodies}`, ids)),
  // A name stands in the documents of everything that carries it, whether or not the firm is deleted.
  { table: 'organisation', fields: ['name'], rebuild: () => undefined, follow: (local, ids) => {
    wait(local, 'person', `t.organisation IN ${given}`, ids);
    wait(local, 'task', `t.lead_org IN ${given}`, ids);
    wait(local, 'session', `t.organisation IN ${given}`, ids);
    wait(local, 'action_item', `t.organisation IN ${given}`, ids);
  } },
  follower('organisation_past', ['organisation', 'what', 'value'], (local, ids) => wait(local, 'organisation', `t.id IN ${bodies}`, everPointedTo(local, 'organisation_past', 'organisation', ids))),
  own('person', ['name', 'organisation', 'mobile', 'phone', 'position', 'department', 'email', 'memo']),
  { table: 'person', fields: ['name'], rebuild: () => undefined, follow: (local, ids) => {
    wait(local, 'task', `t.coordinator IN ${given}`, ids);
    wait(local, 'session', `t.coordinator IN ${given}`, ids);
    wait(local, 'action_item', `t.owner IN ${given}`, ids);
  } },
  own('task', ['title', 'task_no', 'agreement_no', 'rnd_no', 'need_text', 'plan_goal', 'memo', 'lead_org', 'coordinator']),
  own('session', ['session_no', 'place', 'summary', 'advice', 'memo', 'organisation', 'coordinator']),
  own('meeting', ['title', 'place', 'minutes', 'memo']),
  own('agenda_item', ['title', 'discussion', 'decision']),
  own('attachment', ['name', 'note']),
  own('mini_cluster', ['name', 'code', 'industry', 'memo']),
  follower('cluster_past', ['cluster', 'name'], (local, ids) => wait(local, 'mini_cluster', `t.id IN ${given}`, everPointedTo(local, 'cluster_past', 'cluster', ids))),
  own('action_item', ['what', 'note', 'owner', 'organisation']),
  { ...own('committee', ['name', 'place', 'office', 'memo']), settle, rebuild: rebuildSearch, rebuildLater: rebuildSearchLater },
];
