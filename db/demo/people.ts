/** Where the sample's people worked before, and a few whose consent is missing. */
import type { Tx } from '../kernel/write.ts';
import { affiliation, person } from '../people/fields.ts';
import { daysAfter } from '../today/days.ts';
import { textOf, type Sample } from './sample.ts';

export const putPeople = (tx: Tx, sample: Sample): void => {
  const people = sample.rows('person');
  const bodies = sample.rows('organisation').filter((row) => row['kind'] === 'institute' || row['kind'] === 'university');
  const experts = people.filter((row) => textOf(row['roles']).includes('expert'));
  experts.forEach((row, at) => {
    if (row['organisation'] === undefined) return;
    const since = daysAfter(sample.today, -900 - at * 40);
    tx.create(affiliation, { person: sample.id(row.ref), organisation: sample.id(textOf(row['organisation'])), department: textOf(row['department']) || null, position: textOf(row['position']) || null, from_on: since });
    const former = bodies[at % bodies.length];
    if (at % 3 === 0 && former && former.ref !== row['organisation']) {
      tx.create(affiliation, { person: sample.id(row.ref), organisation: sample.id(former.ref), position: '선임연구원', from_on: daysAfter(since, -1500), to_on: daysAfter(since, -1) });
    }
  });
  // People whose consent nobody has asked for yet, and one whose consent has run out.
  const guests = people.filter((row) => textOf(row['roles']) === '');
  for (const row of guests.filter((_row, at) => at % 19 === 7)) tx.change(person, sample.id(row.ref), { consent_on: null, consent_scope: null, retention_until: null });
  for (const row of guests.slice(30, 31)) tx.change(person, sample.id(row.ref), { consent_on: daysAfter(sample.today, -1200), retention_until: daysAfter(sample.today, -20) });
};
