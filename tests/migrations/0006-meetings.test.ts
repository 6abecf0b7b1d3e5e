import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 6 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(6)).toEqual({ synced: ['action_item', 'agenda_item', 'attendance', 'import_batch', 'meeting', 'meeting_cluster'], local: [], added: {} });
});
