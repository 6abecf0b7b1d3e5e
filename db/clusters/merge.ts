/** 통합: the members of one mini-cluster go over to another on a day; its meetings, tasks and history stay with it. */
import { Refusal } from '../errors.ts';
import { addDays } from '../korean/parse-date.ts';
import type { Tx } from '../kernel/write.ts';
import { endWith } from './dissolve.ts';
import { membership, miniCluster, officer } from './fields.ts';
import { joinCluster, type Membership } from './membership.ts';

type Span = { from: string; to: string | null };
type Head = { name: string; founded_on: string; dissolved_on: string | null; parent: string | null };

const never = '9999-12-31';

/** What of a span none of the others covers, in order. */
export const freeSpans = (span: Span, others: readonly Span[]): Span[] =>
  others.reduce<Span[]>((left, other) => left.flatMap((one): Span[] => {
    if (other.from > (one.to ?? never) || (other.to ?? never) < one.from) return [one];
    return [
      ...(one.from < other.from ? [{ from: one.from, to: addDays(other.from, -1) }] : []),
      ...(other.to !== null && other.to < (one.to ?? never) ? [{ from: addDays(other.to, 1), to: one.to }] : []),
    ];
  }), [span]);

const headOf = (tx: Tx, id: string): Head => {
  const head = tx.read.get<Head>('SELECT name, founded_on, dissolved_on, parent FROM mini_cluster WHERE id = ? AND _del = 0', [id]);
  if (!head) throw new Refusal('not-found', '미니클러스터를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return head;
};

const refuse = (field: string, value: string, message: string): Refusal => new Refusal('invalid', message, [{ field, value, message }]);

const refuseWrong = (from: Head, into: Head, id: string, target: string, day: string): void => {
  if (id === target) throw refuse('merged_into', target, '자기 자신과는 통합하지 않습니다. 다른 미니클러스터를 골라 주세요.');
  // It would stand alone from then on, in the tables of earlier days, too: groups inside a mini-cluster are not counted there.
  if (into.parent === id) throw refuse('merged_into', target, `“${into.name}”은(는) “${from.name}”의 하위입니다. 하위를 상위로 통합해 주세요.`);
  if (from.dissolved_on !== null) throw refuse('dissolved_on', from.dissolved_on, `“${from.name}”은(는) ${from.dissolved_on}에 이미 끝났습니다. 해산일을 지운 뒤 통합해 주세요.`);
  if (day <= from.founded_on) throw refuse('on', day, `통합일(${day})은 “${from.name}”의 창립일(${from.founded_on})보다 늦어야 합니다.`);
  if (day < into.founded_on) throw refuse('on', day, `통합일(${day})이 “${into.name}”의 창립일(${into.founded_on})보다 빠릅니다.`);
  if (into.dissolved_on !== null && into.dissolved_on < day) throw refuse('merged_into', target, `“${into.name}”은(는) ${into.dissolved_on}에 끝났습니다. 다른 미니클러스터를 골라 주세요.`);
};

/** Spans in which the same member already belongs to the other one. */
const spansOf = (tx: Tx, cluster: string, member: Membership): Span[] =>
  tx.read.all<Span>(
    `SELECT joined_on AS "from", left_on AS "to" FROM membership WHERE cluster = ? AND _del = 0 AND ${member.person === null ? 'person IS NULL AND organisation = ?' : 'person = ?'} ORDER BY joined_on`,
    [cluster, member.person ?? member.organisation]);

/**
 * From `day` on the members of the first are members of the second; the day before is their last in the first, which ends with it. Whoever
 * belongs to the second already stays in it once. Offices end and do not go over. What stood below the first stands below the second.
 * @returns how many memberships were made in the second
 * @throws Refusal `invalid` about `on`, `merged_into` or `dissolved_on`; `not-found`
 */
export const mergeClusters = (tx: Tx, id: string, target: string, day: string): number => {
  const [from, into] = [headOf(tx, id), headOf(tx, target)];
  refuseWrong(from, into, id, target, day);
  const last = addDays(day, -1);
  const moving = tx.read.all<Membership & { id: string }>('SELECT id, cluster, person, organisation, kind, joined_on, left_on, memo FROM membership WHERE cluster = ? AND _del = 0 AND (left_on IS NULL OR left_on >= ?)', [id, day]);
  let made = 0;
  for (const { id: row, ...member } of moving) {
    if (member.joined_on >= day) tx.remove(membership, row);
    else tx.change(membership, row, { left_on: last });
    const span = { from: member.joined_on > day ? member.joined_on : day, to: member.left_on ?? into.dissolved_on };
    for (const free of freeSpans(span, spansOf(tx, target, member))) {
      joinCluster(tx, { ...member, cluster: target, joined_on: free.from, left_on: free.to });
      made += 1;
    }
  }
  for (const row of tx.read.column<string>('SELECT id FROM officer WHERE cluster = ? AND _del = 0 AND from_on >= ?', [id, day])) tx.remove(officer, row);
  endWith(tx, id, last);
  tx.change(miniCluster, id, { dissolved_on: last, merged_into: target });
  for (const below of tx.read.column<string>('SELECT id FROM mini_cluster WHERE parent = ? AND _del = 0', [id])) tx.change(miniCluster, below, { parent: target });
  return made;
};
