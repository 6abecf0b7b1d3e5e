import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 3 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(3)).toEqual({ synced: ['membership', 'mini_cluster', 'officer'], local: [], added: {} });
});
