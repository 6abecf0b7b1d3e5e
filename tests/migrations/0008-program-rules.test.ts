import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 8 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(8)).toEqual({ synced: ['period_rule', 'support_rule'], local: [], added: {} });
});
