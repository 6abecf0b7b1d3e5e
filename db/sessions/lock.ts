/** 마감: days of an office whose sessions and meetings no longer change. */
import { query } from '../kernel/query.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { withParticle } from '../korean/particle.ts';
import type { lockUnits } from '../reference/choices/session.ts';
import { periodLock } from './fields.ts';
import { mayDecide } from './office.ts';

export type LockUnit = (typeof lockUnits)[number]['code'];

/** A lock that holds. */
export type LockLine = { id: string; office: string; unit: string; from_on: string; until_on: string; is_open: number | null; reason: string | null; on_date: string | null; by: string | null };

const lineSql = 'SELECT l.id, l.office, l.unit, l.from_on, l.until_on, l.is_open, l.reason, l.on_date, (SELECT a.name FROM account a WHERE a.number = l.by_account ORDER BY a._del LIMIT 1) AS by FROM period_lock l';

/** What a locked period is called: `2026-05`, `2026년 2분기`, a day. */
export const periodName = ({ unit, from_on: from }: Pick<LockLine, 'unit' | 'from_on'>): string => {
  const [year = '', month = ''] = from.split('-');
  if (unit === 'quarter') return `${year}년 ${Math.ceil(Number(month) / 3)}분기`;
  return unit === 'month' ? `${year}년 ${Number(month)}월` : from;
};

/** First and last day of the day, month or quarter that a day lies in. */
export const periodOf = (unit: LockUnit, day: string): { from: string; until: string } => {
  if (unit === 'day') return { from: day, until: day };
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const [first, last] = unit === 'month' ? [month, month] : [Math.floor((month - 1) / 3) * 3 + 1, Math.floor((month - 1) / 3) * 3 + 3];
  const two = (part: number): string => String(part).padStart(2, '0');
  return { from: `${day.slice(0, 4)}-${two(first)}-01`, until: `${day.slice(0, 4)}-${two(last)}-${two(new Date(Date.UTC(year, last, 0)).getUTCDate())}` };
};

/** The lock that holds on a day of an office. */
export const lockOn = (read: Reader, { office, day }: { office: string; day: string }): LockLine | undefined =>
  read.get<LockLine>(`${lineSql} WHERE l.office = ? AND ? BETWEEN l.from_on AND l.until_on AND l._del = 0 AND coalesce(l.is_open, 0) = 0 ORDER BY l.n LIMIT 1`, [office, day]);

/** What to say to somebody who meets a lock: the period, who locked it and when, and the way out. */
export const lockedMessage = (lock: LockLine): string =>
  `${withParticle(periodName(lock), '은/는')} 마감되었습니다(${[lock.office, lock.by, lock.on_date].filter(Boolean).join(', ')}). 고치려면 지사장이 설정의 ‘상담 입력·마감’에서 먼저 풀어야 합니다.`;

/** @throws Refusal `invalid` when the day is locked for the office; `field` is where the day stands in the form */
export const refuseLocked = (read: Reader, { office, day, field = 'visit_on' }: { office: string; day: string; field?: string }): void => {
  const lock = lockOn(read, { office, day });
  if (lock) throw new Refusal('invalid', lockedMessage(lock), [{ field, value: day, message: lockedMessage(lock) }]);
};

/** Every lock of an office, the latest period first, those opened again among them. */
export const locksOf = (read: Reader, office: string): LockLine[] =>
  read.all(`${lineSql} WHERE l.office = ? AND l._del = 0 ORDER BY l.from_on DESC, l.n DESC LIMIT 200`, [office]);

/** How much of a period is not confirmed yet; asked before it is locked. */
export const inPeriod = (read: Reader, { from, until }: { from: string; until: string }): { sessions: number; unconfirmed: number } =>
  read.get("SELECT count(*) AS sessions, total(status <> 'confirmed') AS unconfirmed FROM session WHERE visit_on BETWEEN ? AND ? AND _del = 0", [from, until]) ?? { sessions: 0, unconfirmed: 0 };

const refuseStranger = (tx: Tx): void => {
  if (mayDecide(tx.read, tx.actor.number, 'lock')) return;
  throw new Refusal('forbidden', '마감은 지사장·팀장만 하거나 풀 수 있습니다. 지사장에게 부탁해 주세요.');
};

const reasonOf = (reason: string): string => {
  const words = reason.trim();
  if (words === '') throw new Refusal('invalid', '사유: 마감을 바꾸는 까닭을 적어 주세요.', [{ field: 'reason', value: null, message: '사유: 마감을 바꾸는 까닭을 적어 주세요.' }]);
  return words;
};

/** Locks the day, month or quarter of a day. @returns id of the lock. @throws Refusal `forbidden`, `invalid`, `conflict` when all of it is locked already */
export const lockPeriod = (tx: Tx, { office, unit, day, reason }: { office: string; unit: LockUnit; day: string; reason: string }): string => {
  refuseStranger(tx);
  const { from, until } = periodOf(unit, day);
  const same = tx.read.get<LockLine>(`${lineSql} WHERE l.office = ? AND l.from_on <= ? AND l.until_on >= ? AND l._del = 0 AND coalesce(l.is_open, 0) = 0 LIMIT 1`, [office, from, until]);
  if (same) throw new Refusal('conflict', `${withParticle(periodName({ unit, from_on: from }), '은/는')} 이미 ${periodName(same)} 마감에 들어 있습니다.`, [{ field: 'from_on', value: from, message: '이미 마감된 기간입니다.' }]);
  return tx.create(periodLock, { office, unit, from_on: from, until_on: until, reason: reasonOf(reason), on_date: tx.today, by_account: tx.actor.number });
};

/** Opens a locked period again. @throws Refusal `forbidden`, `invalid`, `not-found` */
export const openPeriod = (tx: Tx, id: string, reason: string): void => {
  refuseStranger(tx);
  tx.change(periodLock, id, { is_open: 1, reason: reasonOf(reason), on_date: tx.today, by_account: tx.actor.number });
};

/** The same in a reader thread. */
export const inPeriodQuery = query('session.in-period', inPeriod);
