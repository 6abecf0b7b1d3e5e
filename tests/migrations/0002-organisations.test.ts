import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 2 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(2)).toEqual({ synced: ['account', 'organisation', 'person', 'site'], local: [], added: {} });
});
