/** An office with a head, an officer and two coordinators, and sessions that could be handed in. */
import { account } from '../../../db/accounts/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import type { Actor } from '../../../db/kernel/actor.ts';
import { write } from '../../../db/kernel/write.ts';
import { createSession, type NewSession, type SessionValues } from '../../../db/sessions/create.ts';
import { stepSession, type StepTaken } from '../../../db/sessions/step.ts';
import { refusalIn } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

export type Office = {
  store: TestStore; firm: string; other: string; coordinator: string;
  head: Actor; officer: Actor; author: Actor; fellow: Actor;
  /** A whole session, as 작성중. */
  log: (values?: Partial<SessionValues>, more?: Partial<NewSession>) => string;
  step: (id: string, to: string, by: Actor, more?: Partial<StepTaken>) => void;
  status: (id: string) => string | undefined;
};

/** 2012-05-10 09:00, local. */
export const noon = new Date(2012, 4, 10, 9, 0).getTime();
export const now = '2012-05-10 09:00';
export const confirmation = { confirm_name: '박부장', confirm_on: '2012-05-03' };

export const openOffice = (): Office => {
  const store = openTestStore({ now: () => noon });
  const actor = (number: number, name: string): Actor => ({ number, name });
  const [head, officer, author, fellow] = [actor(11, '지사장'), actor(12, '담당'), actor(13, '김코디'), actor(14, '이코디')];
  const made = write(store, tester, '준비', (tx) => {
    const people = [head, officer, author, fellow].map(({ name }) => tx.create(person, { name }));
    for (const [index, { number, name }] of [head, officer, author, fellow].entries()) {
      tx.create(account, { name, number, office: '안산지사', role: ['head', 'officer', 'coordinator', 'coordinator'][index] ?? '', person: people[index] ?? null });
    }
    return { firm: tx.create(organisation, { name: '한빛정밀', kind: 'firm', address: '안산시 1' }), other: tx.create(organisation, { name: '새빛도금', kind: 'firm' }), coordinator: people[2] ?? '' };
  });
  return {
    store, ...made, head, officer, author, fellow,
    log: (values = {}, more = {}) => write(store, author, '상담', (tx) => createSession(tx, {
      values: { organisation: made.firm, coordinator: made.coordinator, mode: 'visit', visit_on: '2012-05-02', start_at: '14:00', end_at: '15:30', fields: 'rnd', summary: '도금 불량', advice: '시험 의뢰', result: 'ongoing', ...values },
      attendees: [{ name: '박부장' }], ...more,
    })),
    step: (id, to, by, more = {}) => write(store, by, '상태', (tx) => stepSession(tx, id, { to, now, ...(to === 'confirmed' ? { values: confirmation } : {}), ...more })),
    status: (id) => store.read.value<string>('SELECT status FROM session WHERE id = ?', [id]),
  };
};

/** The fields a refusal names, or `ok`. */
export const refused = (run: () => unknown): string[] | 'ok' => {
  const refusal = refusalIn(run);
  return refusal ? [refusal.code, ...refusal.details.map((one) => one.field)] : 'ok';
};
