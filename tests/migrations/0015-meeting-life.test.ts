import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 15 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(15)).toEqual({ synced: ['cluster_past', 'cost_rule', 'dues', 'meeting_cost', 'meeting_series', 'series_cluster', 'series_exception'], local: [], added: { agenda_item: 3, attendance: 1, meeting: 4, mini_cluster: 1 } });
});
