import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 13 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(13)).toEqual({ synced: ['attachment'], local: [], added: {} });
});
