import { afterAll, beforeAll, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { similarTo } from '../../../db/search/similar.ts';
import { session } from '../../../db/sessions/fields.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
const ids: Record<string, string> = {};

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '과제', (tx) => {
    const firm = tx.create(organisation, { name: '한빛금형', kind: 'firm' });
    const university = tx.create(organisation, { name: '한국대학교', kind: 'university' });
    const coordinator = tx.create(person, { name: '김코디' });
    const solvedIn = tx.create(session, { organisation: firm, coordinator, visit_on: '2013-05-02', mode: 'phone', status: 'draft' });
    const make = (title: string, status: string, need_text: string, more: object = {}): string => tx.create(task, { title, status: status as 'completed', lead_org: firm, found_on: '2013-01-01', need_text, coordinator, ...more });
    ids['near'] = make('사출금형 냉각수로 막힘 개선', 'completed', '사출 금형의 냉각수로가 막혀 성형 주기가 길어짐', { completed_on: '2013-09-01' });
    ids['same words, other order'] = make('금형 냉각수로 세척 방법', 'direct-done', '냉각수로 막힘을 세척으로 해결', { solved_session: solvedIn });
    ids['not solved'] = make('사출금형 냉각수로 막힘', 'in-progress', '냉각수로 막힘');
    ids['far'] = make('수출 인증 취득', 'completed', '유럽 인증 절차를 모름');
    tx.create(participant, { task: ids['near'], organisation: university, role: 'partner' });
    for (let at = 0; at < 40; at += 1) make(`${at}차 공정 개선`, 'closed', '공정 개선이 필요함');
  });
});
afterAll(() => store.dispose());

test('the nearest solved tasks come first, by rare words rather than by common ones, with who solved them', () => {
  const found = similarTo(store.read, { id: null, title: '사출금형 냉각수로 막힘 개선', need: '냉각수로가 막혀 불량이 남. 공정 개선이 필요함' });
  expect(found.map((one) => one.id).slice(0, 2)).toEqual([ids['near'], ids['same words, other order']]);
  expect(found.map((one) => one.id)).not.toContain(ids['not solved']);
  expect(found.map((one) => one.id)).not.toContain(ids['far']);
  expect(found[0]).toMatchObject({ firm: '한빛금형', coordinator: '김코디', doneOn: '2013-09-01', bodies: ['한국대학교'], status: '완료', session: null });
  expect(found[1]).toMatchObject({ session: { visit_on: '2013-05-02', coordinator: '김코디' }, doneOn: '2013-05-02' });
});

test('a task is not like itself, and nothing is like nothing', () => {
  const [row] = store.read.all<{ title: string; need_text: string }>('SELECT title, need_text FROM task WHERE id = ?', [ids['near'] ?? '']);
  expect(similarTo(store.read, { id: ids['near'] ?? '', title: row?.title ?? '', need: row?.need_text ?? '' }).map((one) => one.id)).not.toContain(ids['near']);
  expect(similarTo(store.read, { id: null, title: '', need: '' })).toEqual([]);
  expect(similarTo(store.read, { id: null, title: '전혀 다른 말', need: '' })).toEqual([]);
});
