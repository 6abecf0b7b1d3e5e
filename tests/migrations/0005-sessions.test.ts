import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 5 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(5)).toEqual({ synced: ['session', 'session_attendee', 'session_task'], local: [], added: {} });
});
