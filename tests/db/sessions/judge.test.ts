import { describe, expect, it } from 'vitest';
import { judgeSession, shippedGuards, type GuardCode, type OtherSession, type SessionFacts } from '../../../db/sessions/judge.ts';
import { entryGuards } from '../../../db/reference/choices/session.ts';
import { forSeeds } from '../../property/seeds.ts';

const clear: SessionFacts = {
  stage: 'submit', now: '2012-05-03 09:00', others: [], standing: null, guards: shippedGuards,
  session: { organisation: 'firm', visit_on: '2012-05-02', start_at: '14:00', end_at: '15:30', contact_minutes: null },
};
const at = (start_at: string | null, end_at: string | null, more: Partial<OtherSession> = {}): OtherSession =>
  ({ id: 'other', start_at, end_at, minutes: null, isSameFirm: false, firm: '새빛도금', ...more });
const session = (values: Partial<SessionFacts['session']>): Partial<SessionFacts> => ({ session: { ...clear.session, ...values } });
const late = (amount: number) => ({ guards: { ...shippedGuards, late: { level: 'warn' as const, amount } } });

/** Each guard, just inside and just outside. */
const edges: [GuardCode, string, Partial<SessionFacts>, Partial<SessionFacts>][] = [
  ['overlap', 'ends that touch', { others: [at('13:00', '14:00'), at('15:30', '16:00')] }, { others: [at('13:00', '14:01')] }],
  ['overlap', 'an end not known', { others: [at('14:30', null)] }, { others: [at('14:30', '14:40')] }],
  ['day-hours', 'eight hours', { others: [at(null, null, { minutes: 390 })] }, { others: [at(null, null, { minutes: 391 })] }],
  ['day-hours', 'time written down', session({ start_at: null, end_at: null, contact_minutes: 480 }), session({ start_at: null, end_at: null, contact_minutes: 481 })],
  ['future', 'its end', { now: '2012-05-02 15:30' }, { now: '2012-05-02 15:29' }],
  ['future', 'the day of a draft', { stage: 'draft', now: '2012-05-02 08:00' }, { stage: 'draft', now: '2012-05-01 23:59' }],
  ['inactive-firm', 'a firm that is there', {}, { standing: '폐업한 곳입니다.' }],
  ['same-day', 'another firm', { others: [at('09:00', '10:00')] }, { others: [at('09:00', '10:00', { isSameFirm: true })] }],
  ['late', 'the day itself', { now: '2012-05-09 09:00', ...late(7) }, { now: '2012-05-10 09:00', ...late(7) }],
];

describe('judgeSession', () => {
  it('has nothing against a session in order', () => expect(judgeSession(clear)).toEqual([]));

  it.each(edges)('%s: %s', (guard, _what, inside, outside) => {
    const found = (facts: Partial<SessionFacts>) => judgeSession({ ...clear, ...facts }).map((one) => one.guard);
    expect(found(inside)).toEqual([]);
    expect(found(outside)).toEqual([guard]);
  });

  it.each(entryGuards.map(({ code }) => code))('%s warns in a draft, and blocks what is handed in only where it is set so', (guard) => {
    const [, , , outside] = edges.find(([code, what]) => code === guard && what !== 'the day of a draft') ?? [];
    const levels = (level: 'block' | 'warn' | 'off', stage: 'draft' | 'submit') => {
      const facts = { ...clear, ...outside, stage };
      const now = guard === 'future' && stage === 'draft' ? '2012-05-01 09:00' : facts.now;
      return judgeSession({ ...facts, now, guards: { ...facts.guards, [guard]: { ...facts.guards[guard], level } } }).map((one) => one.level);
    };
    expect([levels('block', 'submit'), levels('warn', 'submit'), levels('off', 'submit')]).toEqual([['block'], ['warn'], []]);
    expect([levels('block', 'draft'), levels('warn', 'draft'), levels('off', 'draft')]).toEqual([['warn'], ['warn'], []]);
  });

  it('ships what the domain asks for: overlap and days to come block, the rest is said', () => {
    expect(Object.fromEntries(Object.entries(shippedGuards).map(([code, { level }]) => [code, level])))
      .toEqual({ overlap: 'block', 'day-hours': 'warn', future: 'block', 'inactive-firm': 'warn', 'same-day': 'warn', late: 'off' });
  });

  it('finds an overlap exactly where a minute is in both', () => {
    forSeeds('session-overlap', 200, (seed) => {
      let state = seed;
      const random = (most: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return Math.floor((state / 2 ** 32) * most);
      };
      const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      const stretch = (): [number, number] => { const from = random(60); return [from, from + 1 + random(30)]; };
      const own = stretch();
      const others = Array.from({ length: 6 }, stretch);
      const naive = others.flatMap(([from, until], index) => (Array.from({ length: until - from }, (_, minute) => from + minute).some((minute) => minute >= own[0] && minute < own[1]) ? [String(index)] : []));
      const found = judgeSession({ ...clear, ...session({ start_at: clock(own[0]), end_at: clock(own[1]) }), others: others.map(([from, until], index) => at(clock(from), clock(until), { id: String(index) })) });
      expect(found.filter((one) => one.guard === 'overlap').map((one) => one.session)).toEqual(naive);
    });
  });
});
