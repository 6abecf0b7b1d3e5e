/** 연혁: what became of a mini-cluster, day by day: founded, renamed, joined by others, ended. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { membersOn } from './members-on.ts';

export type StoryLine = {
  on: string;
  what: 'founded' | 'renamed' | 'absorbed' | 'merged' | 'dissolved';
  /** Name it had from that day on (founded, renamed). */
  name: string | null;
  /** The former name's record, so that it can be taken away when it was wrong. */
  past: string | null;
  /** The other mini-cluster of a merger. */
  other: { id: string; name: string } | null;
  /** Members on that day. */
  members: number;
};

type Head = { name: string; founded_on: string; dissolved_on: string | null; merged_into: string | null; merged_name: string | null };

/** The earliest first. Nothing for a record that has not arrived. */
export const storyOf = (read: Reader, id: string): StoryLine[] => {
  const head = read.get<Head>('SELECT c.name, c.founded_on, c.dissolved_on, c.merged_into, i.name AS merged_name FROM mini_cluster c LEFT JOIN mini_cluster i ON i.id = c.merged_into WHERE c.id = ?', [id]);
  if (!head) return [];
  const pasts = read.all<{ id: string; name: string; from_on: string }>("SELECT id, name, date(until_on, '+1 day') AS from_on FROM cluster_past WHERE cluster = ? AND _del = 0 ORDER BY until_on, n", [id]);
  const absorbed = read.all<{ id: string; name: string; on_day: string }>("SELECT id, name, date(dissolved_on, '+1 day') AS on_day FROM mini_cluster WHERE merged_into = ? AND dissolved_on IS NOT NULL AND _del = 0", [id]);
  const line = (on: string, what: StoryLine['what'], more: Partial<StoryLine> = {}): StoryLine => ({ on, what, name: null, past: null, other: null, ...more, members: membersOn(read, [id], on).length });
  const lines = [
    line(head.founded_on, 'founded', { name: pasts[0]?.name ?? head.name }),
    ...pasts.map((past, index) => line(past.from_on, 'renamed', { name: pasts[index + 1]?.name ?? head.name, past: past.id })),
    ...absorbed.map(({ id: other, name, on_day }) => line(on_day, 'absorbed', { other: { id: other, name } })),
    ...(head.dissolved_on === null ? [] : [line(head.dissolved_on, head.merged_into === null ? 'dissolved' : 'merged', head.merged_into === null ? {} : { other: { id: head.merged_into, name: head.merged_name ?? '(상위 기록 미도착)' } })]),
  ];
  return lines.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
};

export const storyQuery = query('cluster.story', (read, input: { id: string }): StoryLine[] => storyOf(read, input.id));
