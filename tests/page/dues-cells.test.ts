import { expect, test } from 'vitest';
import { pastedDues, readDues, writeDues } from '../../renderer/screens/clusters/dues-cells.ts';
import type { DuesLine } from '../../db/clusters/api.ts';

const line = (member: string): DuesLine => ({ member, isOrganisation: false, name: member, organisation_name: null, kind: 'firm', isMember: true, joined_on: '2010-01-01', left_on: null, owed: null, paid: null, paid_on: null });
const lines = ['가', '나', '다'].map(line);
const today = '2026-11-22';

test('amounts are read in the unit of the sheet, days as people write them', () => {
  expect([readDues('owed', '30', '천원', today), readDues('paid', '30만원', '원', today), readDues('paid', '많이', '원', today), readDues('paid_on', '3.2', '원', today)]).toEqual([30_000, 300_000, null, '2026-03-02']);
  expect([writeDues('owed', 0, '원'), writeDues('owed', null, '원'), writeDues('paid_on', '2026-03-02', '원')]).toEqual(['0', '', '2026-03-02']);
});

test('a block lands where it is pasted, down the members and across the columns; what cannot be read is named', () => {
  const read = pastedDues([['300,000', '2026-03-02'], ['-', ''], ['100000', '언젠가']], lines, { member: '나', column: 'paid' }, '원', today);
  expect(read.changes.map(({ line: { member }, patch }) => [member, patch])).toEqual([['나', { paid: 300_000, paid_on: '2026-03-02' }], ['다', { paid: null, paid_on: null }]]);
  expect(pastedDues([['언젠가']], lines, { member: '가', column: 'paid_on' }, '원', today).unread).toEqual([{ member: '가', column: 'paid_on', text: '언젠가' }]);
});
