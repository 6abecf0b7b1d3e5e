import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionLine } from '../../../db/actions/read.ts';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const make = async (values: object) => (await desk.call<{ id: string }>('mutation', 'actions.create', { values })).id;
const of = (filter: object) => desk.call<ActionLine[]>('query', 'actions.of', filter);

describe('follow-ups', () => {
  it('come by owner, open first, nearest due date first', async () => {
    const [late, none, soon] = [await make({ what: '늦은 것', owner: desk.coordinator, due_on: '2031-01-01' }), await make({ what: '기한 없음', owner: desk.coordinator }), await make({ what: '지난 것', owner: desk.coordinator, due_on: '2012-01-01' })];
    await make({ what: '남의 것' });
    expect((await of({ owner: desk.coordinator })).map((line) => line.id)).toEqual([soon, late, none]);
    expect((await of({ owner: desk.coordinator, dueBefore: '2026-01-01' })).map((line) => line.id)).toEqual([soon]);
    await desk.call('mutation', 'actions.close', { ids: [soon], on: '2012-01-05' });
    expect((await of({ owner: desk.coordinator })).map((line) => line.id)).toEqual([late, none, soon]);
    expect((await of({ owner: desk.coordinator, isOpen: true })).map((line) => line.id)).toEqual([late, none]);
    await desk.call('mutation', 'actions.reopen', { ids: [soon] });
    expect((await of({ owner: desk.coordinator, isOpen: true }))[0]).toMatchObject({ id: soon, done_on: null, owner_name: tester.name });
  });

  it('are listed with what is overdue today', async () => {
    await make({ what: '지난 것', due_on: '2012-01-01' });
    await make({ what: '앞의 것', due_on: '2099-01-01' });
    const request: ListRequest = { start: 0, end: 50, sort: [], filter: { is_overdue: { op: 'equals', value: 1 } }, quick: null, selection: null };
    const { rows, total } = await desk.list('actions.list', request);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ what: '지난 것', is_open: 1, is_overdue: 1 });
    const everything = { ...request, filter: {} };
    for (const column of Object.keys(rows[0] ?? {}).filter((name) => name !== 'id')) {
      expect((await desk.list('actions.list', { ...everything, sort: [{ column, descending: false }] })).total).toBe(2);
    }
  });

  it('of a session take its firm, and are not due before it', async () => {
    const firm = write(desk.app.store, tester, '기업', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm' }));
    const session = (await desk.call<{ id: string }>('mutation', 'sessions.create', { values: { organisation: firm, visit_on: '2012-05-02', mode: 'phone' } })).id;
    await make({ what: '시험성적서 받기', session, due_on: '2012-05-02' });
    expect(await of({ organisation: firm })).toMatchObject([{ what: '시험성적서 받기', session, organisation_name: '한빛정밀' }]);
    await expect(make({ what: '가', session, due_on: '2012-05-01' })).rejects.toThrow('상담일(2012-05-02)보다 빠릅니다');
  });
});
