import { expect, test } from 'vitest';
import { whatStepDoes } from './steps.ts';

test('step 11 makes its tables, with the guards on them', () => {
  expect(whatStepDoes(11)).toEqual({ synced: ['affiliation', 'distinct_pair', 'firm_year', 'organisation_past', 'size_class'], local: ['organisation_same'], added: { organisation: 8 } });
});
