import { afterEach, beforeEach, expect, test } from 'vitest';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { isMemberOn, judge, readTaskFacts } from '../../../db/program/facts.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());
const set = <T>(fn: (tx: Tx) => T): T => write(store, tester, '시험', fn);
const firm = (tx: Tx, name: string, more = {}): string => tx.create(organisation, { name, kind: 'firm', ...more });
const cluster = (tx: Tx): string => tx.create(miniCluster, { name: '정밀', hub: '창원', kind: 'general', founded_on: '2009-01-01' });

test('a firm is a member as such, through its person, and through another record of the same body', () => {
  const made = set((tx) => {
    const mc = cluster(tx);
    const [own, through, twin, other] = [firm(tx, '가'), firm(tx, '나'), firm(tx, '다', { business_no: '1248100998' }), firm(tx, '라')];
    const same = firm(tx, '다 주식회사', { business_no: '1248100998' });
    tx.create(membership, { cluster: mc, organisation: own, kind: 'firm', joined_on: '2010-01-01', left_on: '2010-12-31' });
    tx.create(membership, { cluster: mc, person: tx.create(person, { name: '김대표', organisation: through }), kind: 'firm', joined_on: '2010-01-01' });
    tx.create(membership, { cluster: mc, organisation: twin, kind: 'firm', joined_on: '2010-01-01' });
    // A person who is a member for another body does not stand for the one where he works.
    tx.create(membership, { cluster: mc, person: tx.create(person, { name: '이위원', organisation: other }), organisation: own, kind: 'firm', joined_on: '2011-01-01' });
    return { own, through, same, other };
  });
  const on = (id: string, day: string) => isMemberOn(store.read, id, day);
  expect([on(made.own, '2009-12-31'), on(made.own, '2010-01-01'), on(made.own, '2010-12-31')]).toEqual([false, true, true]);
  expect([on(made.through, '2010-06-01'), on(made.same, '2010-06-01'), on(made.other, '2011-06-01')]).toEqual([true, true, false]);
});

test('the day of membership is the decision, until then today, at latest the end of the program year', () => {
  const id = set((tx) => tx.create(task, { title: '과제', status: 'planning', lead_org: firm(tx, '가'), found_on: '2010-05-01', program_year: 6 }));
  const day = (today: string, values = {}) => readTaskFacts(store.read, id, { today, values }).memberDay;
  expect([day('2010-09-01'), day('2026-11-22'), day('2026-11-22', { decided_on: '2010-07-01' })]).toEqual(['2010-09-01', '2011-03-31', '2010-07-01']);
});

test('two records of one body are one party, and values about to be written are judged', () => {
  const made = set((tx) => {
    const [lead, twin] = [firm(tx, '다', { business_no: '1248100998' }), firm(tx, '(주)다', { business_no: '1248100998' })];
    const id = tx.create(task, { title: '과제', status: 'planning', lead_org: lead, found_on: '2010-05-01', support_type: 'production-technology' });
    tx.create(participant, { task: id, organisation: twin, role: 'partner' });
    return id;
  });
  const rules = (values = {}) => judge(store.read, made, { today: '2010-06-01', values }).map((one) => `${one.rule} ${one.field}`);
  expect(rules()).toEqual(['R4 participants', 'R5 lead_org']);
  expect(rules({ fund_national: 100_000_001 })).toEqual(['R2 fund_national', 'R4 participants', 'R5 lead_org']);
  expect(rules({ support_type: 'undecided' })).toEqual(['R5 lead_org']);
});
