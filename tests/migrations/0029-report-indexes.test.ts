import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 29 adds meetings up by cluster and kind in an index alone, finds joint ones by theirs, has what reports ask of a firm in another, and makes no table', () => {
  const db = databaseAt(28);
  expect(newTables(db, 29)).toEqual([]);
  const plan = (sql: string): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => (row as { detail: string }).detail).join('\n');
  const day = "f.day BETWEEN '2017-01-01' AND '2026-12-31'";
  expect(plan(`SELECT f.cluster, f.kind, count(*), sum(f.present), sum(f.members_there) FROM cluster_meeting_fact f WHERE +${day} GROUP BY f.cluster, f.kind`)).toBe('SCAN f USING COVERING INDEX cluster_meeting_fact_kind');
  expect(plan("SELECT o.province, o.status FROM organisation o INDEXED BY organisation_summary WHERE o.id = 'x' AND o._del = 0 AND o.kind = 'firm'")).toContain('USING COVERING INDEX organisation_summary');
  expect(plan(`SELECT f.meeting FROM cluster_meeting_fact f WHERE f.cluster = 1 AND f.is_joint = 1 AND ${day}`)).toBe('SEARCH f USING INDEX cluster_meeting_fact_joint (cluster=? AND day>? AND day<?)');
});
