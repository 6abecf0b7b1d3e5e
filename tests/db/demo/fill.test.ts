import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentAccount } from '../../../db/accounts/current.ts';
import { startApplication, type Application } from '../../../db/application.ts';
import { fillWithSample } from '../../../db/demo/fill.ts';
import { flaws } from '../../../db/demo/flaws.ts';
import { candidatePairs } from '../../../db/identity/candidates.ts';
import { compareWithLog } from '../../../db/kernel/merge.ts';
import { nextUndo } from '../../../db/kernel/undo.ts';
import { judge } from '../../../db/program/facts.ts';
import { qualityRules } from '../../../db/quality/rules.ts';
import { sessionStatuses } from '../../../db/reference/choices/session.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { transitions } from '../../../db/tasks/workflow.ts';
import { temporaryFolder } from '../../support/store.ts';

const assets = join(import.meta.dirname, '../../../assets');

/** The sample as it is on a day; midday, so that the day is the same everywhere. */
const open = (day: string): Application => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return startApplication({ dataDir: temporaryFolder(), isDemo: true, readerEntry: new URL('../../../db/reader.ts', import.meta.url), now: () => new Date(year, month - 1, date, 12).getTime() });
};

// The day it was made for, a day on which results of last year may still be entered, one after the last published rules.
describe.each(['2026-11-22', '2027-03-01', '2028-06-10'])('the sample on %s', (today) => {
  let app: Application;
  let milliseconds = 0;
  beforeAll(() => {
    app = open(today);
    const started = performance.now();
    fillWithSample(app, assets);
    milliseconds = performance.now() - started;
  });
  afterAll(() => app.close());
  const count = (sql: string): number => app.read.value<number>(`SELECT count(*) FROM ${sql}`) ?? 0;

  it('fills fast, in one action per part, and once', () => {
    // Alone it takes about a second; generous for a busy machine.
    expect(milliseconds).toBeLessThan(6000);
    const actions = app.read.column<string>('SELECT label FROM action ORDER BY id');
    expect(new Set(actions).size).toBe(actions.length);
    expect(actions.every((label) => label.startsWith('예시 '))).toBe(true);
    fillWithSample(app, assets);
    expect(app.read.column('SELECT label FROM action')).toHaveLength(actions.length);
    expect(compareWithLog(app.store)).toEqual([]);
  });

  it('leaves nothing to take back to the coordinator who sits there', () => {
    expect(currentAccount(app.read)).toMatchObject({ name: '예시 사용자', role: 'coordinator', office: '예시 경남지사' });
    expect(nextUndo(app.store, { number: 1, name: '예시 사용자' })).toBeUndefined();
  });

  it.each([
    ['organisation', 90], ['person', 140], ['mini_cluster', 8], ['membership', 100], ['session', 160], ['session_step', 200], ['session_attendee', 150], ['meeting', 35], ['attendance', 500], ['action_item', 40],
    ['task', 120], ['task_step', 600], ['participant', 150], ['task_budget', 100], ['payment', 60], ['spending', 200], ['office_budget', 6], ['survey', 2], ['survey_response', 60], ['survey_score', 250], ['national_indicator', 60], ['mid_check', 15], ['output', 25], ['performance', 50], ['follow_on', 1],
    ['committee', 3], ['evaluator', 20], ['committee_task', 40], ['score', 150], ['firm_year', 60], ['size_class', 70], ['affiliation', 15], ['account', 8], ['saved_view', 2], ['period_rule', 1],
  ])('has enough of %s', (table, least) => { expect(count(`${table} WHERE _del = 0`)).toBeGreaterThanOrEqual(least); });

  it('shows every state of a task and of a session', () => {
    expect(new Set(app.read.column<string>('SELECT status FROM task'))).toEqual(new Set(taskStates.map(({ code }) => code)));
    expect(new Set(app.read.column<string>('SELECT status FROM session'))).toEqual(new Set(sessionStatuses.map(({ code }) => code)));
    // Rejected, planned again and selected; solved on site; taken up by another body.
    expect(count("task t WHERE EXISTS (SELECT 1 FROM task_step s WHERE s.task = t.id AND s.to_status = 'rejected') AND t.status = 'in-progress'")).toBe(2);
  });

  it('moves every task along the workflow, its steps in the order of their days and ending where it stands', () => {
    const steps = Map.groupBy(app.read.all<{ task: string; from_status: string | null; to_status: string; on_date: string }>('SELECT task, from_status, to_status, on_date FROM task_step ORDER BY task, depth, n'), (step) => step.task);
    const wrong = app.read.all<{ id: string; status: string }>('SELECT id, status FROM task').filter(({ id, status }) => {
      const own = steps.get(id) ?? [];
      return own.at(-1)?.to_status !== status || own.some((step, at) => {
        const before = own[at - 1];
        return before === undefined ? step.to_status !== 'discovered' : step.on_date < before.on_date || !(transitions[before.to_status as keyof typeof transitions] as readonly string[]).includes(step.to_status);
      });
    });
    expect(wrong).toEqual([]);
    expect(count(`task_step WHERE on_date > '${today}'`)).toBe(0);
    expect(count(`session WHERE status = 'confirmed' AND (visit_on > '${today}' OR confirm_name IS NULL)`)).toBe(0);
  });

  it('keeps the rules of its year: nothing blocks', () => {
    const found = app.read.column<string>('SELECT id FROM task').flatMap((id) => judge(app.read, id, { today }).map((finding) => `${id} ${finding.level} ${finding.message}`));
    expect(found).toEqual([]);
  });

  it('has the flaws it is meant to have, and no other', () => {
    const lines = qualityRules.map((rule): [string, number] => [rule.code, rule.find(app.read, { today, person: null }).length]).filter(([, lineCount]) => lineCount > 0);
    expect(Object.fromEntries(lines)).toEqual(flaws);
    const total = lines.reduce((sum, [, lineCount]) => sum + lineCount, 0);
    expect(total).toBeGreaterThanOrEqual(8);
    expect(total).toBeLessThanOrEqual(25);
    expect(count("task t WHERE t.source_session IS NOT NULL AND NOT EXISTS (SELECT 1 FROM session_task l WHERE l.task = t.id AND l.session = t.source_session)")).toBe(0);
  });

  it('evaluates: meetings closed with scores and opinions, one put aside, one that waits', () => {
    expect(count("committee c WHERE c.status = 'closed' AND EXISTS (SELECT 1 FROM score s WHERE s.committee = c.id AND s.score IS NOT NULL AND s.opinion IS NOT NULL)")).toBeGreaterThan(3);
    expect(count('score WHERE is_recused = 1')).toBeGreaterThan(1);
    expect(count("score WHERE is_recused = 1 AND recusal_reason LIKE '회피:%'")).toBe(1);
    expect(count(`committee c JOIN committee_task k ON k.committee = c.id WHERE c.status = 'planned' AND c.held_on = '${today}' AND k.decision IS NULL`)).toBe(4);
  });

  it('has three pairs that look alike and one that was merged', async () => {
    const { total, pairs } = await app.query(candidatePairs, { start: 0, end: 10 });
    expect([total, pairs.map(({ isCounted }) => isCounted)]).toEqual([3, [false, false, false]]);
    expect(count('organisation WHERE merged_into IS NOT NULL')).toBe(1);
    expect(app.read.column<string>('SELECT DISTINCT what FROM organisation_past ORDER BY 1')).toEqual(['address', 'name']);
    expect(app.read.column<string>('SELECT DISTINCT status FROM organisation WHERE status_on IS NOT NULL ORDER BY 1')).toEqual(['closed', 'moved', 'suspended']);
    expect(count("person WHERE consent_on IS NULL")).toBeGreaterThan(2);
  });

  it('has something due around the day', () => {
    expect(count(`action_item WHERE status = 'open' AND due_on BETWEEN date('${today}', '-14 days') AND date('${today}', '+30 days')`)).toBeGreaterThan(5);
  });
});

it('is the same each time', async () => {
  const looks = await Promise.all([0, 1].map(async () => {
    const app = open('2026-11-22');
    fillWithSample(app, assets);
    const look = ['SELECT title, status, task_no, fund_national, fund_private_cash, settled_amount FROM task ORDER BY n', 'SELECT score, is_recused, opinion FROM score ORDER BY n', 'SELECT paid_on, amount, fund FROM payment ORDER BY n', 'SELECT name, status FROM organisation ORDER BY n']
      .map((sql) => app.read.all(sql));
    await app.close();
    return look;
  }));
  expect(looks[0]).toEqual(looks[1]);
});
