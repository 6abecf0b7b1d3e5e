import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import type { SharedMove } from '../../../db/tasks/moves.ts';
import type { TaskRelations } from '../../../db/tasks/relations.ts';
import { refusalOnWire } from '../../support/refused.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let firm: string;
beforeEach(async () => {
  desk = await testApplication();
  firm = write(desk.app.store, tester, '준비', (tx) => tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', employees: 42 }));
});
afterEach(() => desk.dispose());

const everything = { start: 0, end: 50, sort: [], filter: {}, quick: null, selection: null };
const create = async (values: Record<string, unknown>) => (await desk.call<{ id: string }>('mutation', 'tasks.create', { values: { lead_org: firm, field: 'rnd', coordinator: desk.coordinator, ...values } })).id;
const list = (more: object = {}) => desk.list('tasks.list', { ...everything, ...more });
const get = async (id: string) => (await desk.call<{ values: Record<string, unknown> }>('query', 'tasks.get', { id })).values;

describe('tasks', () => {
  it('lists names, derived total and days left, and finds by syllables or initials of title and firm', async () => {
    const soon = new Date(Date.now() + 10 * 86_400_000);
    const end = `${soon.getFullYear()}-${String(soon.getMonth() + 1).padStart(2, '0')}-${String(soon.getDate()).padStart(2, '0')}`;
    const id = await create({ title: '도금 불량 개선', fund_national: 30_000_000, fund_private_cash: 5_000_000, end_on: end });
    await create({ title: '판로 개척', found_on: '2011-02-01' });
    const { rows, total } = await list();
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({ id, lead_org_name: '(주)한빛정밀', coordinator_name: tester.name, total_cost: 35_000_000, days_left: 10, cluster_name: null });
    for (const quick of ['불량', 'ㄷㄱㅂㄹ', '한빛 도금', 'ㅎㅂㅈㅁ ㄷㄱ']) expect((await list({ quick })).rows.map((row) => row.id)).toEqual([id]);
    expect((await desk.call<{ id: string }[]>('query', 'tasks.find', { text: 'ㄷㄱ' })).map((found) => found.id)).toEqual([id]);
    expect(await desk.call<{ id: string }[]>('query', 'tasks.find', { text: '한빛' })).toHaveLength(2);
    for (const column of Object.keys(rows[0] ?? {}).filter((name) => name !== 'id')) {
      expect((await list({ sort: [{ column, descending: true }] })).total).toBe(2);
    }
  });

  it('moves several in one undo step and refuses a state through change', async () => {
    const cluster = write(desk.app.store, tester, '클러스터', (tx) => tx.create(miniCluster, { name: '금형', hub: '반월', kind: 'general', founded_on: '2006-01-01' }));
    const ids = [await create({ title: '가' }), await create({ title: '나' })];
    const on = String((await get(ids[0] ?? ''))['found_on']);
    await desk.call('mutation', 'tasks.move', { ids, to: 'received', on, values: { support_type: 'undecided', cluster } });
    expect((await list()).rows.map((row) => row['status'])).toEqual(['received', 'received']);
    const undone = await desk.call<{ label: string }>('mutation', 'device.undo', {});
    expect(undone.label).toBe('과제 상태 → 접수: 2건');
    expect((await list()).rows.map((row) => row['status'])).toEqual(['discovered', 'discovered']);
    await expect(desk.call('mutation', 'tasks.change', { id: ids[0], patch: { status: 'closed' } })).rejects.toThrow('상태 바꾸기로만');
  });

  it('offers the moves of one task and of several, each with what is missing', async () => {
    const [id, other] = [await create({ title: '가' }), await create({ title: '나' })];
    const moves = await desk.call<SharedMove[]>('query', 'tasks.moves', { id });
    expect(moves.map(({ to, kind }) => [to, kind])).toEqual([['received', 'forward'], ['direct-done', 'ending'], ['referred', 'ending'], ['withdrawn', 'ending']]);
    expect(moves[0]?.missing).toMatchObject([{ field: 'support_type', where: 'field', fields: ['support_type'] }, { field: 'cluster' }]);
    expect(moves[0]?.fills).toMatchObject({ received_by: desk.coordinator });
    expect((await desk.call<SharedMove[]>('query', 'tasks.moves', { ids: [id, other] })).map(({ to, lacking }) => [to, lacking])).toEqual([['received', 2], ['direct-done', 2], ['referred', 2], ['withdrawn', 0]]);
    expect(await desk.call('query', 'tasks.statesOff', { id })).toEqual([]);
  });

  it('names each task a bulk move leaves out, and moves none', async () => {
    const [first, second] = [await create({ title: '가' }), await create({ title: '나' })];
    await desk.call('mutation', 'tasks.move', { ids: [second], to: 'withdrawn', on: String((await get(second))['found_on']), reason: '기업 사정' });
    const refusal = await refusalOnWire(desk.call('mutation', 'tasks.move', { ids: [first, second], to: 'withdrawn', on: '2030-01-01', reason: '일괄' }));
    expect(refusal).toMatchObject({ code: 'invalid', details: [{ field: `${second}.status` }] });
    expect((await get(first))['status']).toBe('discovered');
  });

  it('keeps the employees when the decision date is set in the form, unless the user clears the number', async () => {
    const id = await create({ title: '가', found_on: '2012-04-02' });
    await desk.call('mutation', 'tasks.change', { id, patch: { decided_on: '2012-07-20' } });
    expect(await get(id)).toMatchObject({ employees_at_decision: 42 });
    await desk.call('mutation', 'tasks.change', { id, patch: { decided_on: '2012-07-21', employees_at_decision: null } });
    expect(await get(id)).toMatchObject({ employees_at_decision: null });
  });

  it('adds bodies once, never the lead firm, and brings back one that was taken out', async () => {
    const id = await create({ title: '가' });
    const university = write(desk.app.store, tester, '대학', (tx) => tx.create(organisation, { name: '한국대학교', kind: 'university' }));
    await expect(desk.call('mutation', 'tasks.participants.add', { task: id, organisation: firm })).rejects.toThrow('주관기업은 이미');
    const added = await desk.call<{ id: string }>('mutation', 'tasks.participants.add', { task: id, organisation: university, values: { role: 'subcontractor', share_percent: 20 } });
    await expect(desk.call('mutation', 'tasks.participants.add', { task: id, organisation: university })).rejects.toThrow('이미 참여하는 기관');
    await desk.call('mutation', 'tasks.participants.change', { id: added.id, patch: { share_percent: 30 } });
    await desk.call('mutation', 'tasks.participants.remove', { id: added.id });
    const again = await desk.call<{ id: string }>('mutation', 'tasks.participants.add', { task: id, organisation: university });
    expect(again.id).toBe(added.id);
    const relations = await desk.call<TaskRelations>('query', 'tasks.relations', { id });
    expect(relations.participants).toMatchObject([{ organisation: university, name: '한국대학교', role: 'partner', share_percent: null }]);
    expect(relations.firm?.name).toBe('(주)한빛정밀');
  });
});
