/** What a mini-cluster was called before: kept when its name changes, and found by it. */
import { Refusal } from '../errors.ts';
import { foldName } from '../korean/names.ts';
import { addDays } from '../korean/parse-date.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { clusterPast } from './fields.ts';

/** From which day a new name holds (today when not said), or that the former one was a slip of the pen. */
export type RenameMeaning = { from?: string | undefined; isTypo?: boolean | undefined };

/**
 * Keeps the former name with the last day it held. Another spelling of the same is no former name.
 * @throws Refusal `invalid` about `from`: a day to come, or one before an earlier renaming
 */
export const keepFormerName = (tx: Tx, id: string, former: string, now: string, meaning: RenameMeaning = {}): void => {
  if (meaning.isTypo === true || foldName(former) === foldName(now)) return;
  const from = meaning.from ?? tx.today;
  const refuse = (message: string): Refusal => new Refusal('invalid', message, [{ field: 'from', value: from, message }]);
  if (from > tx.today) throw refuse(`이름이 바뀐 날(${from})은 앞날일 수 없습니다. 바뀐 날부터 적어 주세요.`);
  const last = tx.read.value<string | null>('SELECT max(until_on) FROM cluster_past WHERE cluster = ? AND _del = 0', [id]) ?? null;
  const until = addDays(from, -1);
  const isBefore = last !== null && until < last;
  if (isBefore && meaning.from !== undefined) throw refuse(`예전 이름이 ${last}까지로 적혀 있습니다. 그보다 뒤의 날을 적어 주세요.`);
  tx.create(clusterPast, { cluster: id, name: former, until_on: isBefore ? last : until });
};

/** The name of a mini-cluster on a day `YYYY-MM-DD`; null for one that has not arrived. */
export const clusterNameOn = (read: Reader, id: string, day: string): string | null =>
  read.value<string>('SELECT name FROM cluster_past WHERE cluster = ? AND _del = 0 AND until_on >= ? ORDER BY until_on, n LIMIT 1', [id, day])
  ?? read.value<string>('SELECT name FROM mini_cluster WHERE id = ?', [id]) ?? null;
