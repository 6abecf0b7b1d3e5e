/** Brings a database file to the schema of this version: each step in its own transaction, after a backup. */
import type { Database } from 'better-sqlite3';
import { Refusal } from '../errors.ts';
import { migrations } from './migrations/index.ts';

/** Version of the schema this program writes. */
export const schemaVersion: number = migrations.at(-1)?.version ?? 0;

export const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Runs the migrations the file has not seen.
 * @param backUp called once before the first step when the file already holds data
 * @throws Refusal `from-the-future` when a newer program has written the file
 */
export const migrate = (db: Database, backUp: (version: number) => void, upTo: number = schemaVersion): void => {
  const from = versionOf(db);
  if (from > schemaVersion) {
    throw new Refusal('from-the-future', `이 자료는 더 새로운 클러스터데스크(자료 형식 ${from})에서 만들어졌습니다. 프로그램을 업데이트한 뒤 다시 여세요. 이 프로그램은 형식 ${schemaVersion}까지 읽습니다.`);
  }
  const pending = migrations.filter((one) => one.version > from && one.version <= upTo);
  if (pending.length > 0 && from > 0) backUp(from);
  for (const step of pending) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
};
