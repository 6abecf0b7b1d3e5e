import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 12 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(12)).toEqual({ synced: ['put_aside', 'saved_view'], local: [], added: {} });
});
