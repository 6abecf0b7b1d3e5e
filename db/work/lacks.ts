/** What cards lack before their next step forward, as the workflow would say it. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { taskValuesOf } from '../tasks/facts.ts';
import { planMove, waysOf } from '../tasks/plan-move.ts';
import type { Lack } from './work-types.ts';

/** Null when nothing leads on. A finding that only warns is not lacking. */
const lackOf = (read: Reader, id: string, on: string): Lack | null => {
  const task = taskValuesOf(read, id);
  const way = waysOf(read, id, task, on).find(({ kind }) => kind === 'forward' || kind === 'resume');
  if (!way) return null;
  const { missing, findings } = planMove(read, id, task, way, { on, reason: null, values: {}, by: 0, isSketch: true });
  return { to: way.to, messages: [...missing, ...findings.filter(({ level }) => level === 'block')].map(({ message }) => message) };
};

/** By id, of the tasks that are there; of a task that can go nowhere nothing is said. */
export const readLacks = (read: Reader, ids: readonly string[], on: string): Record<string, Lack> => {
  const there = new Set(read.column<string>('SELECT id FROM task WHERE _del = 0 AND id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]));
  return Object.fromEntries(ids.filter((id) => there.has(id)).flatMap((id) => {
    const lack = lackOf(read, id, on);
    return lack ? [[id, lack]] : [];
  }));
};

export const lacksQuery = query('work-lacks', (read, { ids }: { ids: readonly string[] }) => readLacks(read, ids, dayOf(Date.now())));
