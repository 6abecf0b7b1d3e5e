import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 9 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(9)).toEqual({ synced: ['office_budget', 'payment', 'spending', 'task_budget'], local: [], added: {} });
});
