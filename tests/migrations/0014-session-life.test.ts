import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 14 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(14)).toEqual({ synced: ['entry_guard', 'period_lock', 'phrase', 'session_correction', 'session_meeting', 'session_step'], local: [], added: { session: 3 } });
});
