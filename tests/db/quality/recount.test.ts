import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApplication, type Application } from '../../../db/application.ts';
import { membership } from '../../../db/clusters/fields.ts';
import { createDice } from '../../../db/demo/dice.ts';
import { fillWithSample } from '../../../db/demo/fill.ts';
import { write } from '../../../db/kernel/write.ts';
import { dueLines } from '../../../db/outcomes/due-years.ts';
import { isRndSupport } from '../../../db/outcomes/rnd-support.ts';
import { judge } from '../../../db/program/facts.ts';
import { judgeMany } from '../../../db/program/judge-many.ts';
import { hitsOf } from '../../../db/quality/hits.ts';
import { qualityQueue } from '../../../db/quality/queue.ts';
import { qualityRules } from '../../../db/quality/rules.ts';
import { supportedSql } from '../../../db/reports/task-rules.ts';
import { task } from '../../../db/tasks/fields.ts';
import { factsOf, taskValuesOf } from '../../../db/tasks/facts.ts';
import { requirementsOf } from '../../../db/tasks/requirements.ts';
import { isState } from '../../../db/tasks/workflow.ts';
import { tester, temporaryFolder } from '../../support/store.ts';

const today = '2027-06-10';
let app: Application;
beforeAll(() => {
  app = startApplication({ dataDir: temporaryFolder(), isDemo: true, readerEntry: new URL('../../../db/reader.ts', import.meta.url), now: () => Date.parse(`${today}T12:00:00+09:00`) });
  fillWithSample(app, join(import.meta.dirname, '../../../assets'));
  // Gaps and doubles of every kind, past the rules of the door.
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`quality recount: seed ${seed}`);
  const dice = createDice(seed);
  const fields = Object.keys(task.fields).filter((name) => !['title', 'lead_org', 'found_on', 'status', 'coordinator'].includes(name));
  write(app.store, tester, '흠집', (tx) => {
    for (const id of tx.read.column<string>('SELECT id FROM membership WHERE _del = 0 ORDER BY n')) if (dice.chance(50)) tx.put(membership, id, { left_on: '2009-12-31' });
    const numbers = tx.read.column<string>('SELECT task_no FROM task WHERE task_no IS NOT NULL');
    for (const id of tx.read.column<string>('SELECT id FROM task WHERE _del = 0 ORDER BY n')) {
      const holes = fields.filter(() => dice.chance(25));
      tx.put(task, id, { ...Object.fromEntries(holes.map((name) => [name, null])), ...(dice.chance(5) ? { task_no: dice.pick(numbers) } : {}), ...(dice.chance(10) ? { office: '다른 지사' } : {}) });
    }
  });
});
afterAll(() => app.close());

const everybody = { today, person: null, office: null };
const versions = {};
const idOf = (n: number): string => app.read.value<string>('SELECT id FROM task WHERE n = ?', [n]) ?? '';
const found = (code: string): string[] => (hitsOf(app.read, everybody, { versions }).get(code) ?? []).map(idOf).sort();
const live = (where = '1'): string[] => app.read.column<string>(`SELECT t.id FROM task t WHERE t._del = 0 AND (${where})`);

it('what a state asks for is what a look at every task says', () => {
  const naive = live().flatMap((id) => {
    const values = taskValuesOf(app.read, id);
    if (!isState(values.status)) return [];
    const on = app.read.value<string>('SELECT max(on_date) FROM task_step WHERE task = ? AND _del = 0 AND to_status = ?', [id, values.status]) ?? today;
    const facts = factsOf(app.read, id, values, { on, reason: null });
    const before = { ...facts, midTimes: values.status === 'mid-check' ? facts.midTimes - 1 : facts.midTimes };
    return requirementsOf(values.status, facts.period).filter((one) => one.field !== 'reason' && !one.isMet(before)).map(() => id);
  });
  expect(naive.length).toBeGreaterThan(20);
  expect(found('task.required')).toEqual(naive.sort());
});

it('many tasks are judged as each alone, and by rule', () => {
  const ids = live();
  const many = judgeMany(app.read, today)(app.read.column<number>('SELECT n FROM task WHERE _del = 0'));
  const byId = new Map([...many].map(([n, findings]) => [idOf(n), findings]));
  for (const id of ids) expect(byId.get(id) ?? [], id).toEqual(judge(app.read, id, { today }));
  const members = live(`t.status = 'under-review' OR ${supportedSql('t')}`).flatMap((id) => judge(app.read, id, { today }).flatMap(({ rule }) => (rule === 'R5' ? [id] : [])));
  expect(members.length).toBeGreaterThan(0);
  expect(found('task.member')).toEqual(members.sort());
});

it('follow-up years and open questions of R&D are those of a look at every task', () => {
  expect(found('task.follow-up')).toEqual(dueLines(app.read, everybody).filter(({ state }) => state === 'overdue').map((line) => line.task).sort());
  const open = live(`t.first_national_rnd IS NULL AND ${supportedSql('t')}`).filter((id) => isRndSupport(app.read, taskValuesOf(app.read, id).support_type));
  expect(open.length).toBeGreaterThan(0);
  expect(found('task.first-national-open')).toEqual(open.sort());
});

it('one walk finds what each rule finds by itself, and a person or an office what of everybody’s is theirs', () => {
  const all = hitsOf(app.read, everybody, { versions });
  const lines = new Map(qualityRules.map((rule) => [rule.code, rule.find(app.read, everybody)]));
  for (const rule of qualityRules) {
    expect([...all.get(rule.code) ?? []].sort((a, b) => a - b), rule.code).toEqual(rule.hits(app.read, everybody).toSorted((a, b) => a - b));
    expect(all.get(rule.code)?.length, rule.code).toBe(lines.get(rule.code)?.length);
  }
  const whole = [...lines.values()].flat();
  const people = [...new Set(whole.flatMap(({ person }) => person ?? []))];
  expect(people.length).toBeGreaterThan(3);
  const counted = (input: typeof everybody | { today: string; person: string | null; office: string | null }): Record<string, number> =>
    Object.fromEntries(qualityQueue.run(app.read, { ...input, rule: '' }, { versions }).rules.map(({ code, count }) => [code, count]));
  const recount = (isOurs: (line: (typeof whole)[number]) => boolean): Record<string, number> =>
    Object.fromEntries(qualityRules.map(({ code }) => [code, lines.get(code)?.filter(isOurs).length ?? 0] as const).filter(([, count]) => count > 0));
  for (const person of people) expect(counted({ today, person, office: null }), person).toEqual(recount((line) => line.person === person));
  const offices = [...new Set(whole.flatMap(({ office }) => office ?? []))];
  expect(offices).toContain('다른 지사');
  for (const office of offices) expect(counted({ today, person: null, office }), office).toEqual(recount((line) => line.office === office));
});

it('looks again only where something it reads was written', () => {
  const rule = qualityRules.find(({ code }) => code === 'task.end-passed');
  expect(rule?.reads).toContain('task.end_on');
  expect(rule?.reads).not.toContain('task.memo');
  const first = hitsOf(app.read, { ...everybody, today: '2027-06-11' }, { versions: { 'task.end_on': 1 } }).get('task.end-passed');
  expect(hitsOf(app.read, { ...everybody, today: '2027-06-11' }, { versions: { 'task.end_on': 1, 'task.memo': 1 } }).get('task.end-passed')).toBe(first);
  expect(hitsOf(app.read, { ...everybody, today: '2027-06-11' }, { versions: { 'task.end_on': 2, 'task.memo': 1 } }).get('task.end-passed')).not.toBe(first);
});
