/** A long list, whose orders and filters are kept apart and followed row by row, equals one sorted SELECT after every commit. */
import { expect, test } from 'vitest';
import { listQuery, listSql, type ListQuery, type ListSpec } from '../../db/kernel/list.ts';
import { unpacked } from '../../db/kernel/block.ts';
import type { Filter, ListRequest, ListRow } from '../../db/kernel/list-types.ts';
import { noteCommit } from '../../db/kernel/lists/kept.ts';
import { lastAction, undo } from '../../db/kernel/undo.ts';
import { write } from '../../db/kernel/write.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { organisationListSpec } from '../../db/organisations/list.ts';
import { task } from '../../db/tasks/fields.ts';
import { taskListSpec } from '../../db/tasks/list.ts';
import { openTestStore, tester, type TestStore } from '../support/store.ts';
import { randomCommand, randomFrom } from './arbitrary-edits.ts';
import { forSeeds } from './seeds.ts';

/** Words are looked for in the columns here; the index over words has its own test (tests/db/search). */
const long = (spec: ListSpec): ListSpec => ({ ...spec, search: undefined, longFrom: 0 });

const questions: Record<string, { columns: string[]; filters: [string, Filter][] }> = {
  tasks: {
    columns: ['found_on', 'title', 'fund_national', 'lead_org_name', 'status', 'sessions', 'days_left'],
    filters: [
      ['status', { op: 'in', values: ['discovered', 'received'] }], ['title', { op: 'contains', value: '7' }], ['fund_national', { op: 'range', from: 100_000, to: 700_000 }],
      ['lead_org_name', { op: 'contains', value: '정밀' }], ['memo', { op: 'empty' }], ['found_on', { op: 'range', from: null, to: '2017-12-31' }],
    ],
  },
  organisations: {
    columns: ['name', 'employees', 'memo', 'tasks', 'former_names'],
    filters: [['employees', { op: 'range', from: 50, to: 300 }], ['name', { op: 'contains', value: '산업' }], ['memo', { op: 'filled' }], ['kind', { op: 'equals', value: 'firm' }]],
  },
};

const randomRequest = (spec: ListSpec, random: (below: number) => number): ListRequest => {
  const { columns, filters } = questions[spec.name] ?? { columns: [], filters: [] };
  const sort = Array.from({ length: random(3) }, () => ({ column: columns[random(columns.length)] ?? 'name', descending: random(2) === 1 }));
  return {
    start: 0, end: 500, sort: sort.filter((one, index) => sort.findIndex((other) => other.column === one.column) === index),
    filter: Object.fromEntries(filters.filter(() => random(4) === 0)), quick: random(5) === 0 ? ['한빛', 'ㅎㅂ', '과제 1', '대경'][random(4)] ?? null : null, selection: null,
  };
};

/** Asks until nothing is missing, building what is, as the threads do. */
const answer = (store: TestStore, list: ListQuery, request: ListRequest, told: () => number, between: () => void): ListRow[] => {
  for (let round = 0; round < 30; round += 1) {
    const { missing, ...block } = list.run(store.read, request, { versions: {}, commits: told() });
    if (!missing) {
      const { rows, total } = unpacked(block);
      expect(total).toBe(rows.length);
      return rows;
    }
    for (const part of missing) {
      const built = list.build.run(store.read, part, { versions: {}, commits: told() });
      // A commit between building and keeping must not be lost.
      between();
      list.keep.run(store.read, built, { versions: {} });
    }
  }
  throw new Error('the list is never complete');
};

test('any order and filter of a long list equals one sorted SELECT after every commit', () => {
  forSeeds('long-lists', 12, (seed) => {
    const random = randomFrom(seed);
    const store = openTestStore();
    let commits = 0;
    store.listeners.add((change) => {
      commits += 1;
      noteCommit(store.read, { number: commits, tables: change.tables });
    });
    try {
      const lists = [taskListSpec, organisationListSpec].map((spec) => ({ spec: long(spec), list: listQuery(long(spec)) }));
      write(store, tester, '준비', (tx) => {
        const firms = Array.from({ length: 30 }, (_, index) => tx.create(organisation, { name: `기업 ${index % 9}`, kind: 'firm', employees: index % 4 === 0 ? null : index * 9 }));
        for (let index = 0; index < 60; index += 1) tx.create(task, { title: `과제 ${index % 20}`, status: 'discovered', lead_org: firms[index % 30] ?? '', found_on: `2018-0${1 + index % 9}-11` });
      });
      for (let turn = 0; turn < 40; turn += 1) {
        randomCommand(store, tester, random);
        if (turn % 7 === 6) undo(store, tester, lastAction(store), 'all');
        for (const { spec, list } of lists) {
          const request = randomRequest(spec, random);
          const got = answer(store, list, request, () => commits, () => { if (random(4) === 0) randomCommand(store, tester, random); });
          const { sql, parameters } = listSql(spec, request);
          expect(got.map((row) => row.id), JSON.stringify(request)).toEqual(store.read.column<string>(`SELECT id FROM (${sql.replace('SELECT t.n', 'SELECT t.id')})`, parameters));
        }
      }
    } finally {
      store.dispose();
    }
  });
});
