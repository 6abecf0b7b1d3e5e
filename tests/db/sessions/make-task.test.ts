import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import type { SessionRelations } from '../../../db/sessions/relations.ts';
import type { TaskRelations } from '../../../db/tasks/relations.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let session: string;
let firm: string;
beforeEach(async () => {
  desk = await testApplication();
  firm = write(desk.app.store, tester, '준비', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm' }));
  session = (await desk.call<{ id: string }>('mutation', 'sessions.create', {
    values: { organisation: firm, mode: 'phone', visit_on: '2012-05-02', summary: '□ 도금 두께 불균일\n납품 반품 발생', fields: 'production-quality,rnd', result: 'ongoing' } })).id;
});
afterEach(() => desk.dispose());

const get = async (noun: string, id: string) => (await desk.call<{ values: Record<string, unknown> }>('query', `${noun}.get`, { id })).values;

describe('과제화', () => {
  it('makes a task that takes over the session, links both ways, and is one undo step', async () => {
    const { id } = await desk.call<{ id: string }>('mutation', 'sessions.makeTask', { id: session });
    expect(await get('tasks', id)).toMatchObject({
      title: '도금 두께 불균일', need_text: '□ 도금 두께 불균일\n납품 반품 발생', lead_org: firm, coordinator: desk.coordinator, source_session: session,
      found_by: 'firm-visit', found_on: '2012-05-02', program_year: 8, field: 'production-quality', other_fields: 'rnd', status: 'discovered',
    });
    expect(await get('sessions', session)).toMatchObject({ result: 'became-task' });
    expect((await desk.call<SessionRelations>('query', 'sessions.relations', { id: session })).tasks).toMatchObject([{ id, isSource: 1 }]);
    expect((await desk.call<TaskRelations>('query', 'tasks.relations', { id })).sessions).toMatchObject([{ id: session, isSource: 1 }]);
    expect((await desk.call<{ label: string }>('mutation', 'device.undo', {})).label).toBe('과제화: 2012-05-02 한빛정밀');
    expect(await get('sessions', session)).toMatchObject({ result: 'ongoing' });
    expect((await desk.call<SessionRelations>('query', 'sessions.relations', { id: session })).tasks).toEqual([]);
  });

  it('keeps values the user gave, and refuses a session that is gone', async () => {
    const { id } = await desk.call<{ id: string }>('mutation', 'sessions.makeTask', { id: session, values: { title: '도금 공정 개선', field: 'rnd' } });
    expect(await get('tasks', id)).toMatchObject({ title: '도금 공정 개선', field: 'rnd' });
    await desk.call('mutation', 'sessions.remove', { id: session });
    await expect(desk.call('mutation', 'sessions.makeTask', { id: session })).rejects.toThrow('상담을 찾을 수 없습니다');
  });

  it('links and unlinks a task that exists already', async () => {
    const task = (await desk.call<{ id: string }>('mutation', 'tasks.create', { values: { title: '가', lead_org: firm, field: 'rnd' } })).id;
    const tasks = async () => (await desk.call<SessionRelations>('query', 'sessions.relations', { id: session })).tasks.map((one) => one.id);
    await desk.call('mutation', 'sessions.link', { session, task });
    expect(await tasks()).toEqual([task]);
    await desk.call('mutation', 'sessions.unlink', { session, task });
    expect(await tasks()).toEqual([]);
    await desk.call('mutation', 'sessions.link', { session, task });
    expect(await tasks()).toEqual([task]);
  });
});
