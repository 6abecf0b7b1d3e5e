import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 7 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(7)).toEqual({ synced: ['follow_on', 'mid_check', 'output', 'performance'], local: [], added: { task: 28, task_step: 1 } });
});
