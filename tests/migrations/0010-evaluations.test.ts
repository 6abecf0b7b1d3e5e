import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 10 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(10)).toEqual({ synced: ['committee', 'committee_task', 'evaluator', 'score'], local: [], added: {} });
});
