import { expect, test } from 'vitest';
import { draftOf, readDraft } from '../../renderer/parts/form/draft-values.ts';

test('a draft keeps what its author saw beside what was typed', () => {
  const draft = draftOf({ title: '새 이름', people: null }, { title: '옛 이름', people: 3, note: '그대로' });
  expect(readDraft(draft)).toEqual({ patch: { title: '새 이름', people: null }, seen: { title: '옛 이름', people: 3 } });
});

test('a draft from before this was kept is read as what was typed alone', () => {
  expect(readDraft({ title: '새 이름' })).toEqual({ patch: { title: '새 이름' }, seen: {} });
});
