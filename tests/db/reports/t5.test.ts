/** T5, the register of tasks: its rows, totals and file equal a recount by plain loops. */
import { unpacked, type PackedBlock } from '../../../db/kernel/block.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandle } from '../../../db/handle.ts';
import { daysToEnd, periodText } from '../../../db/reports/choices.ts';
import { registerList, registerSpec, withParams } from '../../../db/reports/register-list.ts';
import { listSql } from '../../../db/kernel/list.ts';
import { t5 } from '../../../db/reports/t5.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { parseTable } from '../../../db/imports/parse.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, testApplication, type TestApplication } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { asked, inPeriod, isSupported, sortedIds, sum, taskFits, text, worldRows } from './recount-world.ts';

const everything = { start: 0, end: 500, sort: [], filter: {}, quick: null, selection: null };

describe('T5', () => {
  it('lists what a recount finds, and adds it up, in every scope and kind of years', () => {
    forSeeds('report T5 equals a recount', 4, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        for (let turn = 0; turn < 8; turn += 1) {
          const params = randomParams(seed * 61 + turn, world);
          const { value, ids } = asked(store, t5, params);
          const counted = rows.tasks.filter((one) => isSupported(rows, one) && inPeriod(one['decided_on'], params) && taskFits(rows, one, params));
          const listed = unpacked(registerList.run(store.read, withParams(everything, params), { versions: {} }));
          const where = JSON.stringify(params);
          expect(listed.rows.map(({ id }) => id).sort(), where).toEqual(sortedIds(counted));
          expect(listed.rows.map((row) => text(row['decided_on'])), where).toEqual(counted.map((one) => text(one['decided_on'])).sort());
          expect(value('all', 'register-tasks'), where).toBe(counted.length);
          expect(ids('all', 'register-tasks'), where).toEqual(sortedIds(counted));
          expect(value('all', 'register-national'), where).toBe(sum(counted, 'fund_national'));
          expect(value('all', 'register-private'), where).toBe(sum(counted, 'fund_private_cash', 'fund_private_in_kind'));
          expect(value('all', 'register-total'), where).toBe(sum(counted, 'total_cost'));
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);

  it('reads the tasks of the years by the index over their day', () => {
    const store = openTestStore();
    try {
      const { sql, parameters } = listSql(registerSpec, withParams(everything, { ...plainParams, asOf: '2012-12-31', fromYear: 2010, toYear: 2012 }));
      const plan = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters).map((row) => row.detail).join('\n');
      expect(plan).toMatch(/USING COVERING INDEX task_decided_on/);
      expect(plan).toMatch(/SEARCH f EXISTS USING INTEGER PRIMARY KEY/);
    } finally {
      store.dispose();
    }
  });

  it('counts days to the end from the as-of day, and none where nothing is waited for', () => {
    expect(daysToEnd({ end_on: '2010-12-31', status: 'in-progress' }, '2010-12-01')).toBe(30);
    expect(daysToEnd({ end_on: '2010-11-30', status: 'agreed' }, '2010-12-01')).toBe(-1);
    expect([daysToEnd({ end_on: '2010-12-31', status: 'completed' }, '2010-12-01'), daysToEnd({ end_on: null, status: 'selected' }, '2010-12-01')]).toEqual([null, null]);
    expect([periodText({ start_on: '2010-04-01', end_on: '2011-03-31' }), periodText({ start_on: null, end_on: '2011-03-31' }), periodText({ start_on: null, end_on: null })]).toEqual(['2010-04-01 ~ 2011-03-31', '~ 2011-03-31', '']);
  });
});

describe('the file of the register', () => {
  let it_: TestApplication;
  beforeAll(async () => {
    it_ = await testApplication();
    putWorld(it_.app.store, 7);
  });
  afterAll(() => it_.dispose());

  it('holds every task of the list in its order, with the totals at the end', async () => {
    const params = { ...plainParams, asOf: '2013-12-31', fromYear: 2008, toYear: 2012 };
    const answer = await createHandle(it_.app, it_.dataDir)(new Request('http://application/files/register/utf-8?asOf=2013-12-31&fromYear=2008&toYear=2012'));
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('과제 관리대장 (2013-12-31).csv');
    const lines = (await parseTable(await answer.text(), { delimiter: ',' })).rows;
    const listed = unpacked(await it_.call<PackedBlock>('query', 'reports.register', { params, request: everything }));
    const total = listed.total ?? 0;
    expect(total).toBeGreaterThan(10);
    const body = lines.slice(4, 4 + total);
    expect(body.map((line) => line[2])).toEqual(listed.rows.map((row) => row['title']));
    expect(body.map((line) => line[0])).toEqual(listed.rows.map((_, index) => String(index + 1)));
    const last = lines[4 + total] ?? [];
    expect(last[0]).toBe('합계');
    expect(Number(last[8])).toBe(body.reduce((all, line) => all + Number(line[8] || 0), 0));
    expect(Number(last[10])).toBe(body.reduce((all, line) => all + Number(line[10] || 0), 0));
  });

  it('comes in pieces that can be handed to another thread: each in memory of its own', async () => {
    const answer = await createHandle(it_.app, it_.dataDir)(new Request('http://application/files/register/cp949?asOf=2013-12-31&fromYear=2008&toYear=2012'));
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map((piece) => piece.buffer.byteLength)).toEqual(pieces.map((piece) => piece.byteLength));
    expect(structuredClone(pieces, { transfer: pieces.map((piece) => piece.buffer).filter((buffer) => buffer instanceof ArrayBuffer) })).toHaveLength(pieces.length);
  });
});
