/** What each event of a file could become: a meeting where it names a mini-cluster, a session where it names a firm, and nothing where it is known already. */
import type { Reader } from '../kernel/reader.ts';
import { relationId } from '../kernel/id.ts';
import { query } from '../kernel/query.ts';
import { foldName } from '../korean/names.ts';
import { readIcs } from './ics-read.ts';
import type { IcsEvent, IcsPreview, IcsProposal } from './ics-types.ts';

type Named = { id: string; name: string };

/** Id of the record made of an event: by its UID, so that a second import of it, on any device, meets the first. */
export const idOfEvent = ({ uid, occurrence, title, on, start }: Pick<IcsEvent, 'uid' | 'occurrence' | 'title' | 'on' | 'start'>): string =>
  (uid === '' ? relationId('calendar', '', `${title} ${on} ${start ?? ''}`) : relationId('calendar', uid, occurrence));

const ownUid = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\.[^@]*)?@clusterdesk$/;

type Row = { label: string; on: string; until: string; start: string | null; end: string | null; _del: 0 | 1 };

const rowOf = (read: Reader, table: 'meeting' | 'session', id: string): Row | undefined => read.get<Row>(table === 'meeting'
  ? 'SELECT title AS label, start_on AS "on", coalesce(end_on, start_on) AS until, start_at AS start, end_at AS "end", _del FROM meeting WHERE id = ?'
  : 'SELECT coalesce((SELECT name FROM organisation o WHERE o.id = s.organisation), \'\') AS label, visit_on AS "on", visit_on AS until, start_at AS start, end_at AS "end", _del FROM session s WHERE id = ?', [id]);

/** The record an event stands for already. */
export const knownOf = (read: Reader, event: IcsEvent): IcsProposal['known'] => {
  const [, own, part] = ownUid.exec(event.uid) ?? [];
  for (const table of ['meeting', 'session'] as const) {
    const id = own !== undefined && part === undefined ? own : idOfEvent(event);
    const row = rowOf(read, table, id);
    if (!row) continue;
    const isMoved = row.on !== event.on || row.until !== event.until || (row.start ?? '') !== (event.start ?? '') || (row.end ?? '') !== (event.end ?? '');
    return { table, id, label: row.label, isDeleted: row._del === 1, isMoved: row._del === 0 && isMoved, record: { on: row.on, start: row.start, end: row.end } };
  }
  if (own === undefined) return null;
  const what = read.value<string>('SELECT what FROM action_item WHERE id = :id UNION ALL SELECT title FROM task WHERE id = :id UNION ALL SELECT title FROM meeting_series WHERE id = :id UNION ALL SELECT visit_on FROM session WHERE id = :id LIMIT 1', { id: own });
  return what === undefined ? null : { table: 'other', id: own, label: what, isDeleted: false, isMoved: false, record: null };
};

const generic = /(미니클러스터|산학연협의체|mc)$/iu;
const shortest = 2;

/** Mini-clusters by the name people write, the longest first: 전자부품 in “전자부품 MC 운영위원회”. */
const clusterNames = (read: Reader): { key: string; cluster: Named }[] =>
  read.all<Named>('SELECT id, name FROM mini_cluster WHERE _del = 0 AND dissolved_on IS NULL').map((cluster) => {
    const key = foldName(cluster.name);
    const short = key.replace(generic, '');
    return { key: short.length >= shortest ? short : key, cluster };
  }).filter(({ key }) => key.length >= shortest).sort((a, b) => b.key.length - a.key.length);

/** Runs of one to three words, folded as names of firms are. */
const wordRuns = (text: string): string[] => {
  const words = text.split(/[\s,/·:()[\]<>~–-]+/u).filter(Boolean).slice(0, 20);
  return words.flatMap((_, at) => [1, 2, 3].flatMap((length) => (at + length <= words.length ? [foldName(words.slice(at, at + length).join(' '))] : []))).filter((key) => key.length >= shortest);
};

const firmIn = (read: Reader, text: string): Named | null =>
  read.get<Named>("SELECT o.id, o.name FROM json_each(?) j JOIN organisation o ON o.name_key = j.value WHERE o._del = 0 ORDER BY o.kind = 'firm' DESC, length(o.name_key) DESC, o.n LIMIT 1", [JSON.stringify([...new Set(wordRuns(text))])]) ?? null;

export const proposeFor = (read: Reader, events: readonly IcsEvent[]): IcsProposal[] => {
  const names = clusterNames(read);
  return events.map((event): IcsProposal => {
    const known = knownOf(read, event);
    const text = `${event.title} ${event.place ?? ''}`;
    const folded = foldName(event.title);
    const cluster = names.find(({ key }) => folded.includes(key))?.cluster ?? null;
    const organisation = firmIn(read, text);
    const isTaken = known !== null && !known.isDeleted;
    const as = isTaken || event.isCancelled ? 'nothing' : cluster ? 'meeting' : organisation && event.on === event.until ? 'session' : 'nothing';
    return { ...event, id: known?.id ?? idOfEvent(event), known, as, cluster, organisation };
  });
};

export const icsPreview = query('calendar.preview', (read, { text, today }: { text: string; today: string }): IcsPreview => {
  const { events, problems, others } = readIcs(text, today);
  return { events: proposeFor(read, events), problems, others };
});
