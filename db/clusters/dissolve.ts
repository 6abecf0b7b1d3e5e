/** 해산: on the last day of a mini-cluster its memberships and offices end, too. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { membership, officer } from './fields.ts';

/**
 * Ends what is open or would last longer. The day itself still belongs to all of them.
 * @throws Refusal `conflict` when somebody joined or took office after that day
 */
export const endWith = (tx: Tx, cluster: string, day: string): void => {
  const late = tx.read.get<{ name: string | null; on_day: string }>(
    `SELECT coalesce(p.name, o.name) AS name, m.joined_on AS on_day FROM membership m LEFT JOIN person p ON p.id = m.person LEFT JOIN organisation o ON o.id = m.organisation
     WHERE m.cluster = :cluster AND m._del = 0 AND m.joined_on > :day
     UNION ALL SELECT p.name, f.from_on FROM officer f LEFT JOIN person p ON p.id = f.person WHERE f.cluster = :cluster AND f._del = 0 AND f.from_on > :day LIMIT 1`, { cluster, day });
  if (late) throw new Refusal('conflict', `${late.name ?? '회원'}의 가입일이나 임기(${late.on_day})가 해산일(${day})보다 늦습니다. 날을 먼저 고쳐 주세요.`, [{ field: 'dissolved_on', value: day, message: `${late.on_day}에 시작한 회원이나 임원이 있습니다.` }]);
  for (const id of tx.read.column<string>('SELECT id FROM membership WHERE cluster = ? AND _del = 0 AND (left_on IS NULL OR left_on > ?)', [cluster, day])) tx.change(membership, id, { left_on: day });
  for (const id of tx.read.column<string>('SELECT id FROM officer WHERE cluster = ? AND _del = 0 AND (to_on IS NULL OR to_on > ?)', [cluster, day])) tx.change(officer, id, { to_on: day });
};
