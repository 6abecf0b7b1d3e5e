import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../../db/errors.ts';
import { compareWithLog } from '../../../db/kernel/merge.ts';
import { write, writeInSlices } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { refusalOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());

const firm = (name = '(주)한빛정밀'): string => write(store, tester, '등록', (tx) => tx.create(organisation, { name, kind: 'firm', employees: 12 }));

test('a command writes the row, one operation with only the changed fields, the values before and one action', () => {
  const id = firm();
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { employees: 13, name: '(주)한빛정밀' }));
  expect(store.read.get('SELECT name, employees FROM organisation WHERE id = ?', [id])).toEqual({ name: '(주)한빛정밀', employees: 13 });
  const ops = store.read.all<{ patch: string; parents: string; seq: number }>('SELECT patch, parents, seq FROM sync_log ORDER BY seq');
  expect(ops.map((op) => JSON.parse(op.patch) as unknown)).toEqual([{ name: '(주)한빛정밀', kind: 'firm', employees: 12 }, { employees: 13 }]);
  expect(ops[1]?.parents).toBe(`${store.writer}:1`);
  expect(store.read.value('SELECT patch FROM before_image WHERE seq = 2')).toBe('{"employees":12}');
  expect(store.read.column('SELECT label FROM action ORDER BY id')).toEqual(['등록', '수정']);
});

test('changes of one row within one command are one operation', () => {
  const id = firm();
  write(store, tester, '수정', (tx) => {
    tx.change(organisation, id, { employees: 20 });
    tx.change(organisation, id, { employees: 30, memo: '두 번' });
  });
  expect(store.read.column('SELECT patch FROM sync_log WHERE seq > 1')).toEqual(['{"employees":30,"memo":"두 번"}']);
  expect(store.read.value('SELECT patch FROM before_image WHERE seq = 2')).toBe('{"employees":12,"memo":null}');
});

test('a command that changes nothing leaves no trace', () => {
  const id = firm();
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { employees: 12 }));
  expect(store.read.value('SELECT count(*) FROM sync_log')).toBe(1);
  expect(store.read.value('SELECT count(*) FROM action')).toBe(1);
});

test('a throw rolls everything back, the clock too', () => {
  const clock = store.clock.last;
  expect(() => write(store, tester, '등록', (tx) => {
    tx.create(organisation, { name: '가', kind: 'firm' });
    throw new Error('그만');
  })).toThrow('그만');
  expect(store.read.value('SELECT count(*) FROM organisation')).toBe(0);
  expect(store.clock.last).toBe(clock);
  firm();
  expect(compareWithLog(store)).toEqual([]);
});

test.each([
  ['UPDATE', "UPDATE organisation SET name = '몰래'"], ['DELETE', 'DELETE FROM organisation'], ['INSERT', "INSERT INTO organisation (id) VALUES ('x')"],
  ['a log entry', "INSERT INTO sync_log SELECT office, writer, seq + 100, hlc, tbl, row_id, parents, user_id, sv, patch, ph, chain FROM sync_log"],
  ['rewriting the log', "UPDATE sync_log SET patch = '{}'"], ['cutting the log', 'DELETE FROM sync_log'],
])('SQLite itself refuses to go round the door: %s', (_verb, sql) => {
  firm();
  expect(() => store.db.exec(sql)).toThrow(/through write\(\)|append/);
});

test('bad values are refused by field, value and remedy, all at once', () => {
  const refusal = refusalOf(() => write(store, tester, '등록', (tx) => tx.create(task, { title: '', status: 'discovered', found_on: '2026-02-30', fund_national: -5 })));
  expect(refusal.code).toBe('invalid');
  expect(refusal.details.map((problem) => problem.field).sort()).toEqual(['found_on', 'fund_national', 'lead_org', 'title']);
  expect(refusal.details.find((problem) => problem.field === 'found_on')).toEqual({ field: 'found_on', value: '2026-02-30', message: '발굴일: 달력에 없는 날짜입니다.' });
});

test('a rule over several fields refuses only the edit that breaks it', () => {
  const id = write(store, tester, '등록', (tx) => tx.create(task, { title: '금형', status: 'discovered', lead_org: 'later', found_on: '2026-03-01', received_on: '2026-03-02' }));
  expect(refusalOf(() => write(store, tester, '수정', (tx) => tx.change(task, id, { received_on: '2026-02-01' }))).details[0]?.field).toBe('received_on');
  write(store, tester, '수정', (tx) => tx.change(task, id, { title: '금형 개선' }));
});

test('an edit based on a value that has changed since is a conflict that shows what stands there', () => {
  const id = firm();
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { employees: 40 }));
  const refusal = refusalOf(() => write(store, tester, '수정', (tx) => tx.change(organisation, id, { employees: 13 }, { employees: 12 })));
  expect([refusal.code, refusal.details[0]?.value]).toEqual(['conflict', 40]);
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { memo: '다른 항목' }, { memo: null }));
});

test('text is stored NFC, well-formed, without NUL, trimmed', () => {
  const id = firm(`  ${'한빛'.normalize('NFD')}\u0000\uD800 `);
  expect(store.read.value('SELECT name FROM organisation WHERE id = ?', [id])).toBe('한빛\uFFFD');
});

test('a removed record is a tombstone and comes back', () => {
  const id = firm();
  write(store, tester, '삭제', (tx) => tx.remove(organisation, id));
  expect(refusalOf(() => write(store, tester, '수정', (tx) => tx.change(organisation, id, { employees: 1 }))).code).toBe('not-found');
  write(store, tester, '되살리기', (tx) => tx.restore(organisation, id));
  expect(store.read.get('SELECT _del, name FROM organisation WHERE id = ?', [id])).toEqual({ _del: 0, name: '(주)한빛정밀' });
});

test('long work keeps the door closed to others and leaves nothing behind when it fails', async () => {
  let release = (): void => undefined;
  const long = writeInSlices(store, tester, '가져오기', async (tx) => {
    tx.create(organisation, { name: '하나', kind: 'firm' });
    await new Promise<void>((resolve) => { release = resolve; });
    throw new Refusal('cancelled', '취소');
  });
  expect(refusalOf(() => firm()).code).toBe('locked');
  release();
  await expect(long).rejects.toThrow('취소');
  expect(store.read.value('SELECT count(*) FROM organisation')).toBe(0);
  firm();
});

test('what was changed is announced by table and field', () => {
  const heard: unknown[] = [];
  store.listeners.add((change) => heard.push(change.tables));
  const id = firm();
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { memo: '새 메모' }));
  expect(heard[1]).toEqual({ organisation: { ids: [id], fields: ['memo'], rowsCameOrWent: false } });
});
