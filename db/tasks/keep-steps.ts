/** Taking back (and bringing back) an action leaves a task in the state of its last step, with what that state asks for. */
import { Refusal, type Problem } from '../errors.ts';
import { labelOf } from '../kernel/field.ts';
import type { Keeper } from '../kernel/keep.ts';
import type { Reader } from '../kernel/reader.ts';
import { withParticle } from '../korean/particle.ts';
import { standingFacts } from './change.ts';
import { task } from './fields.ts';
import { deepestFirst } from './relations.ts';
import { requirementsOf } from './requirements.ts';
import { isState } from './workflow.ts';

const lastStep = (read: Reader, id: string): string | undefined =>
  read.value<string>(`SELECT s.to_status FROM task_step s WHERE s.task = ? AND s._del = 0 ORDER BY ${deepestFirst}, s.n DESC LIMIT 1`, [id]);

/** Steps that were taken out although later ones stand upon them. */
const hasGap = (read: Reader, steps: readonly string[]): boolean => steps.length > 0 && read.value<number>(
  `SELECT 1 FROM task_step gone JOIN task_step s ON s.task = gone.task AND s._del = 0 AND s.depth > gone.depth
   WHERE gone._del = 1 AND gone.id IN (SELECT value FROM json_each(?)) LIMIT 1`, [JSON.stringify(steps)]) === 1;

/** What an undo would break in one task; null when nothing. */
const brokenIn = (read: Reader, id: string, changed: readonly string[], steps: readonly string[]): Problem | null => {
  const row = read.get<{ status: string; title: string }>('SELECT status, title FROM task WHERE id = ? AND _del = 0', [id]);
  const last = row && lastStep(read, id);
  if (!row || last === undefined) return null;
  if (last !== row.status || hasGap(read, steps)) return { field: 'status', value: row.status, message: `${row.title}: 그 뒤에 상태가 더 바뀌었습니다. 나중에 바꾼 상태부터 되돌려 주세요.` };
  if (!isState(row.status)) return null;
  const facts = standingFacts({ read, today: '' }, id);
  const lost = requirementsOf(row.status, facts.period).find((one) => one.fields.some((name) => changed.includes(name)) && !one.isMet(facts));
  return lost ? { field: lost.field, value: null, message: `${row.title}: ‘${labelOf(task.fields.status, row.status)}’ 상태에 필요한 ${withParticle(lost.ko, '이/가')} 비게 됩니다. 상태부터 되돌려 주세요.` } : null;
};

export const stepKeeper: Keeper = {
  tables: ['task', 'task_step'],
  keep: ({ read, kind, rows }) => {
    if (kind === 'do') return;
    const changed = new Map<string, { fields: string[]; steps: string[] }>();
    for (const row of rows) {
      const id = row.table === 'task' ? row.id : read.value<string>('SELECT task FROM task_step WHERE id = ?', [row.id]);
      if (id === undefined) continue;
      const entry = changed.get(id) ?? { fields: [], steps: [] };
      changed.set(id, entry);
      if (row.table === 'task') entry.fields.push(...Object.keys(row.before));
      else entry.steps.push(row.id);
    }
    const problems = [...changed].flatMap(([id, { fields, steps }]) => brokenIn(read, id, fields, steps) ?? []);
    if (problems.length > 0) throw new Refusal('conflict', problems[0]?.message ?? '', problems.slice(0, 100));
  },
};
