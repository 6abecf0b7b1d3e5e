import { expect, test } from 'vitest';
import { frozenReport } from '../../db/frozen/fields.ts';
import { databaseAt, mismatches, whatStepDoes } from './steps.ts';

test('step 21 makes its table, with the guards on it and the columns that are declared', () => {
  expect(whatStepDoes(21)).toEqual({ synced: ['frozen_report'], local: [], added: {} });
  expect(mismatches(databaseAt(21), frozenReport)).toEqual([]);
});
