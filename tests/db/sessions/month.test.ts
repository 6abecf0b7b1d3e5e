import { expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { session } from '../../../db/sessions/fields.ts';
import { lockPeriod } from '../../../db/sessions/lock.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openOffice, refused } from './session-world.ts';

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes of the day a session takes. */
const minutesOf = ({ from, until }: { from: number; until: number }): number[] => Array.from({ length: until - from }, (_, minute) => from + minute);

test('a month of sessions: handed in exactly where no minute is in two, counted exactly, and locked', () => {
  forSeeds('session-month', 3, (seed) => {
    let state = seed;
    const random = (most: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    const office = openOffice();
    try {
      const logged = Array.from({ length: 24 }, () => {
        const from = 540 + random(32) * 15;
        const until = from + 15 * (1 + random(6));
        const day = `2012-04-${String(1 + random(8)).padStart(2, '0')}`;
        return { id: office.log({ visit_on: day, start_at: clock(from), end_at: clock(until) }), day, from, until };
      });
      const live = [...logged];
      for (const one of logged) {
        const taken = new Set(live.filter((other) => other.id !== one.id && other.day === one.day).flatMap(minutesOf));
        const isFree = !minutesOf(one).some((minute) => taken.has(minute));
        const outcome = refused(() => office.step(one.id, 'submitted', office.author));
        expect(outcome === 'ok', `${one.day} ${clock(one.from)}–${clock(one.until)}`).toBe(isFree);
        if (isFree) continue;
        expect(outcome).toContain('start_at');
        write(office.store, office.author, '겹친 것 지움', (tx) => tx.remove(session, one.id));
        live.splice(live.indexOf(one), 1);
      }
      for (const { id, day } of live) office.step(id, 'confirmed', office.head, { values: { confirm_name: '박부장', confirm_on: day } });
      expect(office.store.read.get("SELECT count(*) AS sessions, total(minutes) AS minutes FROM session WHERE status = 'confirmed' AND _del = 0"))
        .toEqual({ sessions: live.length, minutes: live.reduce((sum, { from, until }) => sum + until - from, 0) });
      expect(office.store.read.value("SELECT count(*) FROM session_step WHERE to_status = 'confirmed' AND _del = 0")).toBe(live.length);
      write(office.store, office.head, '마감', (tx) => lockPeriod(tx, { office: '안산지사', unit: 'month', day: '2012-04-10', reason: '지급' }));
      for (const { id } of live) expect(refused(() => write(office.store, office.head, '지움', (tx) => tx.remove(session, id)))).toContain('invalid');
      expect(refused(() => office.log({ visit_on: '2012-04-30' }))).toEqual(['invalid', 'visit_on']);
    } finally {
      office.store.dispose();
    }
  });
});
