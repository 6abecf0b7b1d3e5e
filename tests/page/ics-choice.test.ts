import { expect, test } from 'vitest';
import type { IcsProposal } from '../../db/calendar/api.ts';
import { counted, firstDecision, lackOf, optionsFor, withCluster } from '../../renderer/screens/calendar/ics-choice.ts';

const event = (values: Partial<IcsProposal>): IcsProposal => ({
  uid: 'u', occurrence: null, title: '일', on: '2026-11-22', until: '2026-11-22', start: null, end: null, place: null, note: null, isCancelled: false, line: 1, notes: [], id: 'i', known: null, as: 'nothing', cluster: null, organisation: null, ...values,
});
const known = { table: 'meeting' as const, id: 'i', label: '회의', isDeleted: false, isMoved: true, record: null };
const codes = (one: IcsProposal): string[] => optionsFor(one).map((option) => option.value);

test('what is there already can only stay or be moved; what was taken away may come again', () => {
  expect(codes(event({ known }))).toEqual(['nothing', 'move']);
  expect(codes(event({ known: { ...known, isMoved: false } }))).toEqual(['nothing']);
  expect(codes(event({ known: { ...known, isDeleted: true } }))).toEqual(['nothing', 'meeting', 'session']);
  expect(codes(event({ until: '2026-11-23' }))).toEqual(['nothing', 'meeting']);
});

test('a meeting asks for its mini-cluster, a session for its firm', () => {
  expect(lackOf({ as: 'meeting', cluster: null, organisation: { id: 'o', name: 'o' } })).toContain('미니클러스터');
  expect(lackOf({ as: 'session', cluster: { id: 'c', name: 'c' }, organisation: null })).toContain('기업');
  expect(lackOf({ as: 'nothing', cluster: null, organisation: null })).toBeNull();
});

test('a shared mini-cluster goes to what nobody has decided about, never to sessions, known or cancelled events', () => {
  const cluster = { id: 'c', name: '전자' };
  const events = [event({}), event({ as: 'session', organisation: { id: 'o', name: 'o' } }), event({ known }), event({ isCancelled: true }), event({ as: 'meeting' }), event({ as: 'meeting', cluster: { id: 'd', name: '기계' } })];
  const made = withCluster(events, events.map(firstDecision), cluster);
  expect(made.map((one) => [one.as, one.cluster?.id ?? null])).toEqual([['meeting', 'c'], ['session', null], ['nothing', null], ['nothing', null], ['meeting', 'c'], ['meeting', 'd']]);
  expect(counted(made)).toEqual({ meeting: 3, session: 1, move: 0, nothing: 2 });
});
