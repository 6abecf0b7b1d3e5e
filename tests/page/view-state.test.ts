import { expect, test } from 'vitest';
import type { ViewContent } from '../../db/views/view-types.ts';
import { createPreferences } from '../../renderer/parts/preferences.tsx';
import { keepFilters, keepView, keptFilters, keptQuick, sameView } from '../../renderer/parts/grid/view-state.ts';
import { isChanged, toSave, type OfferedView } from '../../renderer/screens/views/saved.ts';

const columns = [{ column: 'title', label: '과제명', kind: 'text' as const }, { column: 'status', label: '상태', kind: 'choice' as const }];
const content: ViewContent = {
  filters: { status: { op: 'in', values: ['received'] }, end_on: { op: 'range', from: null, to: '@today-1' } }, sort: [{ column: 'title', descending: false }],
  columns: [{ column: 'title', width: 200, hidden: false }, { column: 'status', width: 90, hidden: true }], quick: null,
};
const who = { person: 'p-1', today: '2026-11-22' };
const shown: ViewContent = { ...content, filters: { end_on: { op: 'range', from: null, to: '2026-11-21' }, status: { op: 'in', values: ['received'] } } };

test('the same records in the same columns are the same view, whatever the widths and the order of conditions', () => {
  expect(sameView(shown, { ...shown, filters: { status: shown.filters['status'] ?? { op: 'empty' }, end_on: shown.filters['end_on'] ?? { op: 'empty' } }, columns: [{ column: 'title', width: 500, hidden: false }] })).toBe(true);
  expect(sameView(shown, { ...shown, quick: '금형' })).toBe(false);
  expect(sameView(shown, { ...shown, sort: [{ column: 'title', descending: true }] })).toBe(false);
  expect(sameView(shown, { ...shown, columns: [{ column: 'title', width: 200, hidden: false }, { column: 'status', width: 90, hidden: false }] })).toBe(false);
  // A built-in view names no columns: any will do.
  expect(sameView(shown, { ...shown, columns: null })).toBe(true);
});

test('what still says what the view says keeps its relative value when saved; what was changed does not', () => {
  const view: OfferedView = { key: 'late', name: '지난 기한', content, saved: null };
  expect(isChanged(view, shown, who)).toBe(false);
  expect(isChanged(view, shown, { ...who, today: '2026-11-23' })).toBe(true);
  expect(toSave(shown, view, who).filters['end_on']).toEqual({ op: 'range', from: null, to: '@today-1' });
  expect(toSave({ ...shown, filters: { end_on: { op: 'range', from: null, to: '2026-01-01' } } }, view, who).filters).toEqual({ end_on: { op: 'range', from: null, to: '2026-01-01' } });
});

test('filters are remembered by list; a column that is no more is forgotten, and so is what is none', () => {
  const preferences = createPreferences();
  keepFilters(preferences, 'tasks', { status: { op: 'filled' }, gone: { op: 'filled' } });
  expect(keptFilters(preferences, 'tasks', columns)).toEqual({ status: { op: 'filled' } });
  expect(keptFilters(preferences, 'people', columns)).toEqual({});
  preferences.set('grid.tasks.filters', ['nonsense']);
  expect(keptFilters(preferences, 'tasks', columns)).toEqual({});
});

test('a view that opens first leaves columns, sort, filters and words where the list looks for them', () => {
  const preferences = createPreferences();
  keepView(preferences, 'tasks', { ...shown, quick: '금형' }, 1.5);
  expect(preferences.get('grid.tasks')).toEqual([{ colId: 'title', width: 300, hide: false, sort: 'asc', sortIndex: 0 }, { colId: 'status', width: 135, hide: true, sort: null, sortIndex: null }]);
  expect(keptQuick(preferences, 'tasks')).toBe('금형');
});
