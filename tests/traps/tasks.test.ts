import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Finding } from '../../db/program/finding.ts';
import type { ReportTable } from '../../db/reports/table-types.ts';
import { relationId } from '../../db/kernel/id.ts';
import { write } from '../../db/kernel/write.ts';
import { attendance, meeting } from '../../db/meetings/fields.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { person } from '../../db/people/fields.ts';
import { participant, task } from '../../db/tasks/fields.ts';
import { fullTask, fullValues, makeWorld, newTask, type World } from '../support/task-world.ts';
import { testApplication, tester, type TestApplication } from '../support/store.ts';

let desk: TestApplication;
let world: World;
beforeEach(async () => {
  desk = await testApplication();
  world = write(desk.app.store, tester, '준비', makeWorld);
});
afterEach(() => desk.dispose());

const writing = <T>(fn: Parameters<typeof write<T>>[3]): T => write(desk.app.store, tester, '준비', fn);
const reportOf = (report: string, params: object): Promise<ReportTable> => desk.call('query', 'reports.table', { report, params });
const cellOf = (table: ReportTable, row: string, column: string) =>
  table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)]?.value;
const judged = (id: string): Promise<Finding[]> => desk.call('query', 'program.judge', { task: id });
const rulesOf = (found: readonly Finding[]): string[] => [...new Set(found.map((one) => one.rule))];
/** A supported task of a firm with so many employees, decided on a day. */
const supported = (firm: string, decidedOn: string, employees: number | null): string => writing((tx) => {
  const id = newTask(tx, { ...world, firm }, { found_on: decidedOn });
  tx.change(task, id, { decided_on: decidedOn, employees_at_decision: employees, status: 'selected' });
  return id;
});
const firmNamed = (name: string): string => writing((tx) => tx.create(organisation, { name, kind: 'firm' }));

test('trap 7: 50, 100 and 300 employees belong to the band below, on the paper and in the sums', async () => {
  for (const employees of [9, 10, 50, 51, 100, 101, 300, 301]) supported(firmNamed(`기업 ${employees}`), '2010-07-01', employees);
  const t1 = await reportOf('t1', { fromYear: 2010, toYear: 2010, asOf: '2026-11-22' });
  expect(['under-10', '10-50', '51-100', '101-300', 'over-300'].map((band) => cellOf(t1, band, '2010'))).toEqual([1, 2, 2, 2, 1]);
  expect(['up-to-50', 'up-to-300'].map((sum) => cellOf(t1, sum, '2010'))).toEqual([3, 7]);
});

test('trap 8: a firm supported in two years counts once in the sum of firms, and once in each year', async () => {
  const firm = firmNamed('두번기업');
  for (const day of ['2009-06-01', '2010-06-01', '2010-07-01']) supported(firm, day, 20);
  supported(firmNamed('한번기업'), '2010-08-01', 20);
  const t2 = await reportOf('t2', { fromYear: 2009, toYear: 2010, asOf: '2026-11-22' });
  expect(['2009', '2010', 'sum'].map((year) => cellOf(t2, 'supported', year))).toEqual([1, 3, 4]);
  expect(['2009', '2010', 'sum'].map((year) => cellOf(t2, 'firms', year))).toEqual([1, 2, 2]);
  expect(['2009', '2010', 'sum'].map((year) => cellOf(t2, 'new-firms', year))).toEqual([1, 1, 2]);
});

test('trap 11: a task across two program years keeps its own year, may be extended, and returns money once', async () => {
  const id = writing((tx) => fullTask(tx, world, 'in-progress'));
  const year = desk.app.read.value<number>('SELECT program_year FROM task WHERE id = ?', [id]);
  await desk.call('mutation', 'tasks.change', { id, patch: { end_on: '2014-12-31' }, was: { end_on: '2014-07-31' } });
  expect(desk.app.read.get('SELECT program_year, end_on FROM task WHERE id = ?', [id])).toEqual({ program_year: year, end_on: '2014-12-31' });
  await desk.call('mutation', 'funds.payments.create', { task: id, values: { paid_on: '2013-08-01', amount: 20_000_000, fund: 'national' } });
  await desk.call('mutation', 'tasks.move', { ids: [id], to: 'stopped', on: '2014-04-10', reason: '기업 사정으로 중단', values: { returned: 5_000_000 } });
  expect(desk.app.read.get('SELECT status, returned FROM task WHERE id = ?', [id])).toEqual({ status: 'stopped', returned: 5_000_000 });
  const t2 = await reportOf('t2', { fromYear: 2013, toYear: 2014, asOf: '2026-11-22' });
  expect(['2013', '2014', 'sum'].map((one) => cellOf(t2, 'supported', one))).toEqual([1, 0, 1]);
});

test('trap 12: unknown employees are a row of their own, never nobody and never the smallest band', async () => {
  supported(firmNamed('모름'), '2010-07-01', null);
  const t1 = await reportOf('t1', { fromYear: 2010, toYear: 2010, asOf: '2026-11-22' });
  expect([cellOf(t1, 'unknown', '2010'), cellOf(t1, 'under-10', '2010'), cellOf(t1, 'up-to-300', '2010')]).toEqual([1, 0, 0]);
});

test('trap 17: 75 % is judged to the won, and the joint rule breaks when a firm leaves', async () => {
  const id = writing((tx) => {
    const made = newTask(tx, world, { found_on: '2022-05-02' });
    tx.change(task, made, { support_type: 'single-year-rnd', route: 'committee', fund_national: 100_000_000, fund_local: 0, fund_private_cash: 3_333_334, fund_private_in_kind: 30_000_000, size_class_at_decision: 'small' });
    return made;
  });
  expect(rulesOf(await judged(id))).not.toContain('R3');
  // One won less of own money: 75.0000003 %.
  await desk.call('mutation', 'tasks.change', { id, patch: { fund_private_in_kind: 29_999_999 } });
  expect(rulesOf(await judged(id))).toContain('R3');

  const joint = writing((tx) => {
    const made = newTask(tx, world, { found_on: '2018-05-02' });
    const partner = tx.create(organisation, { name: '(주)나래기계', kind: 'firm' });
    tx.create(participant, { task: made, organisation: partner, role: 'partner' }, relationId('participant', made, partner));
    tx.change(task, made, { support_type: 'field-technology' });
    return { made, partner };
  });
  expect(rulesOf(await judged(joint.made))).not.toContain('R4');
  await desk.call('mutation', 'tasks.participants.remove', { id: relationId('participant', joint.made, joint.partner) });
  expect((await judged(joint.made)).filter((one) => one.rule === 'R4').map((one) => one.field)).toEqual(['participants']);
});

test('trap 21: a person who left the record is still counted where he or she took part', async () => {
  const meetingId = writing((tx) => {
    const id = tx.create(meeting, { title: '정기총회', kind: 'regular-assembly', start_on: '2013-04-10' });
    const someone = tx.create(person, { name: '이탈퇴', organisation: world.firm });
    tx.create(attendance, { meeting: id, person: someone, organisation: world.firm, is_present: 1, kind: 'firm' }, relationId('attendance', id, someone));
    return id;
  });
  const someone = desk.app.read.value<string>('SELECT person FROM attendance WHERE meeting = ?', [meetingId]) ?? '';
  await desk.call('mutation', 'people.remove', { id: someone });
  expect(desk.app.read.value('SELECT count(*) FROM attendance WHERE meeting = ? AND is_present = 1 AND _del = 0', [meetingId])).toBe(1);
});

test('trap 22: an industry code of the 11th revision on a task of 2010 is named in the quality queue', async () => {
  writing((tx) => {
    tx.change(organisation, world.firm, { industry_code: '29293', industry_revision: 11 });
    newTask(tx, world, { found_on: '2010-05-02' });
  });
  const queue = await desk.call<{ lines: { rule: string }[] }>('query', 'quality.queue', { scope: 'all', rule: 'task.industry-revision' });
  expect(queue.lines.map((one) => one.rule)).toEqual(['task.industry-revision']);
});

test('trap 23: a task of 2005 typed today is judged by the rules of 2005', async () => {
  const values = { ...fullValues(world), support_type: 'field-technology', fund_national: 90_000_000, fund_private_cash: 5_000_000, fund_private_in_kind: 5_000_000, decided_on: '2005-08-01', agreed_on: '2005-08-10', start_on: '2005-09-01', end_on: '2006-08-31', received_on: '2005-06-01', planned_on: '2005-07-01', granted: 90_000_000, final_report_on: null, completed_on: null, settled_on: null };
  const old = writing((tx) => {
    const id = newTask(tx, world, { found_on: '2005-05-10' });
    tx.change(task, id, values);
    tx.create(participant, { task: id, organisation: world.university, role: 'partner' }, relationId('participant', id, world.university));
    return id;
  });
  expect(desk.app.read.value('SELECT program_year FROM task WHERE id = ?', [old])).toBe(1);
  // Of 2005 a cap of 100 million is known and no share; in 2018 the same split breaks the share of 75 %.
  expect(rulesOf(await judged(old)).filter((rule) => rule === 'R2' || rule === 'R3')).toEqual([]);
  await desk.call('mutation', 'tasks.change', { id: old, patch: { fund_national: 100_000_001 } });
  expect(rulesOf(await judged(old))).toContain('R2');
});
