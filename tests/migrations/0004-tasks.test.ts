import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 4 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(4)).toEqual({ synced: ['participant', 'task', 'task_step'], local: [], added: {} });
});
