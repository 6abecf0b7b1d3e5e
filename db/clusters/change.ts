/** Changing a mini-cluster, by whatever door: its place, its tree, its former names, its end. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { endWith } from './dissolve.ts';
import { miniCluster } from './fields.ts';
import { hubCode } from './hub-sql.ts';
import { keepFormerName, type RenameMeaning } from './past.ts';

export type Cluster = Values<typeof miniCluster.fields>;

/** @throws Refusal `invalid` when a mini-cluster would stand above itself, or be merged into itself by a way around */
const refuseCycle = (read: Reader, id: string, field: 'parent' | 'merged_into', to: string): void => {
  const above = read.column<string>(
    `WITH RECURSIVE up(id) AS (SELECT :to UNION SELECT c.${field} FROM up JOIN mini_cluster c ON c.id = up.id WHERE c.${field} IS NOT NULL) SELECT id FROM up`, { to });
  if (!above.includes(id)) return;
  const name = read.value<string>('SELECT name FROM mini_cluster WHERE id = ?', [to]) ?? '';
  const message = field === 'parent' ? `“${name}”은(는) 이 미니클러스터이거나 그 아래에 있습니다. 다른 상위를 골라 주세요.` : `“${name}”은(는) 이 미니클러스터로 통합되었습니다. 다른 곳을 골라 주세요.`;
  throw new Refusal('invalid', message, [{ field, value: to, message }]);
};

/**
 * Keeps a former name, refuses a tree that closes on itself, ends memberships and offices with the mini-cluster.
 * @param was the values its author saw
 * @throws Refusal `not-found`, `invalid`, `conflict`
 */
export const changeCluster = (tx: Tx, id: string, patch: Partial<Cluster>, was?: Partial<Cluster>, meaning?: RenameMeaning): void => {
  const before = tx.read.get<Pick<Cluster, 'name' | 'dissolved_on'>>('SELECT name, dissolved_on FROM mini_cluster WHERE id = ?', [id]);
  for (const field of ['parent', 'merged_into'] as const) {
    const to = patch[field];
    if (typeof to === 'string') refuseCycle(tx.read, id, field, to);
  }
  tx.change(miniCluster, id, typeof patch.hub === 'string' ? { ...patch, hub: hubCode(patch.hub) } : patch, was);
  if (before && typeof patch.name === 'string' && patch.name !== before.name) keepFormerName(tx, id, before.name, patch.name, meaning);
  if (typeof patch.dissolved_on === 'string' && patch.dissolved_on !== before?.dissolved_on) endWith(tx, id, patch.dissolved_on);
};
