import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { account } from '../../../db/accounts/fields.ts';
import { createTask, programNumberOn } from '../../../db/tasks/create.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { meeting, agendaItem } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { recentActions } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { refusalOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let firm: string;
beforeEach(() => {
  store = openTestStore();
  firm = write(store, tester, '준비', (tx) => tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', employees: 42 }));
});
afterEach(() => store.dispose());

const row = (id: string) => store.read.get<Record<string, string | number | null>>('SELECT * FROM task WHERE id = ?', [id]);

describe('createTask', () => {
  it('starts as discovered, in the program year of the day it was found, with its first step', () => {
    const id = write(store, tester, '과제', (tx) => createTask(tx, { title: '도금 불량 개선', lead_org: firm, field: 'rnd', found_on: '2012-03-31' }));
    expect(row(id)).toMatchObject({ status: 'discovered', status_n: 1, program_year: 7, found_on: '2012-03-31', found_by: 'direct', cluster: null });
    expect(store.read.all('SELECT from_status, to_status, on_date, by_account FROM task_step WHERE task = ?', [id])).toEqual([{ from_status: null, to_status: 'discovered', on_date: '2012-03-31', by_account: tester.number }]);
    expect(recentActions(store, 1)[0]?.label).toBe('과제');
  });

  it('keeps what is given, a program year too', () => {
    const id = write(store, tester, '과제', (tx) => createTask(tx, { title: '가', lead_org: firm, field: 'rnd', found_on: '2012-05-02', program_year: 7, found_by: 'survey', office: '경남지역본부' }));
    expect(row(id)).toMatchObject({ program_year: 7, found_by: 'survey', office: '경남지역본부' });
  });

  it('refuses what 발굴 asks for and is empty, each by its field, and a state to begin with', () => {
    const refusal = (values: object): { code: string; fields: string[] } => {
      const { code, details } = refusalOf(() => write(store, tester, '과제', (tx) => createTask(tx, values)));
      return { code, fields: details.map(({ field }) => field) };
    };
    expect(refusal({})).toEqual({ code: 'invalid', fields: ['title', 'lead_org', 'field'] });
    expect(refusal({ title: '가', lead_org: firm })).toEqual({ code: 'invalid', fields: ['field'] });
    expect(refusal({ title: '가', lead_org: firm, field: 'rnd', status: 'received' })).toEqual({ code: 'invalid', fields: ['status'] });
    expect(store.read.value('SELECT count(*) FROM task')).toBe(0);
  });

  it('belongs to the office of the account that makes it', () => {
    write(store, tester, '사용자', (tx) => tx.create(account, { name: tester.name, number: tester.number, role: 'coordinator', office: '경남지역본부' }));
    expect(row(write(store, tester, '과제', (tx) => createTask(tx, { title: '가', lead_org: firm, field: 'rnd' })))).toMatchObject({ office: '경남지역본부' });
  });

  it('takes the only mini-cluster of the firm on that day, and none when there are two or it has left', () => {
    const [first, second] = write(store, tester, '클러스터', (tx) => ['금형', '도금'].map((name) => tx.create(miniCluster, { name, hub: '반월', kind: 'general', founded_on: '2006-01-01' })));
    write(store, tester, '가입', (tx) => tx.create(membership, { cluster: first ?? '', organisation: firm, kind: 'firm', joined_on: '2010-01-01', left_on: '2012-06-30' }));
    const made = (found_on: string) => row(write(store, tester, '과제', (tx) => createTask(tx, { title: '가', lead_org: firm, field: 'rnd', found_on })))?.['cluster'];
    expect(made('2012-06-30')).toBe(first);
    expect(made('2012-07-01')).toBeNull();
    write(store, tester, '가입', (tx) => tx.create(membership, { cluster: second ?? '', organisation: firm, kind: 'firm', joined_on: '2012-01-01' }));
    expect(made('2012-06-30')).toBeNull();
  });

  it('made of an agenda item keeps the meeting, and the item its task', () => {
    const [m, a] = write(store, tester, '회의', (tx) => {
      const held = tx.create(meeting, { title: '운영위원회', kind: 'steering-committee', start_on: '2012-05-01' });
      return [held, tx.create(agendaItem, { meeting: held, title: '안건 1', kind: 'report' })];
    });
    const id = write(store, tester, '과제', (tx) => createTask(tx, { title: '가', lead_org: firm, field: 'rnd' }, { meeting: m ?? '', agendaItem: a ?? '' }));
    expect(row(id)).toMatchObject({ source_meeting: m, found_by: 'cluster-meeting' });
    expect(store.read.value('SELECT task FROM agenda_item WHERE id = ?', [a ?? ''])).toBe(id);
  });

  it('counts program years from April, from 2005 on', () => {
    expect(['2005-04-01', '2012-03-31', '2012-04-01', '2004-12-31', null].map(programNumberOn)).toEqual([1, 7, 8, null, null]);
  });
});
