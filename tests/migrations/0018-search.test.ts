import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 18 makes the index of the search and the list of rows that wait for it, all local', () => {
  const db = databaseAt(17);
  expect(newTables(db, 18)).toEqual(['search_text', 'search_text_config', 'search_text_data', 'search_text_docsize', 'search_text_idx', 'search_waiting']);
  expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN ('task_title_key', 'meeting_name_key', 'mini_cluster_name_key', 'committee_name_key', 'person_roles')").pluck().get()).toBe(5);
});

test('an index without text: what it holds is found and can be taken out again', () => {
  const db = databaseAt(18);
  db.prepare("INSERT INTO search_text (rowid, tokens) VALUES (1099511627777, '한빛 ㅎㅂ')").run();
  const find = db.prepare('SELECT rowid FROM search_text WHERE search_text MATCH ?').pluck();
  expect(find.all('"ㅎㅂ"')).toEqual([1099511627777]);
  db.prepare('DELETE FROM search_text WHERE rowid = 1099511627777').run();
  expect(find.all('"ㅎㅂ"')).toEqual([]);
});
