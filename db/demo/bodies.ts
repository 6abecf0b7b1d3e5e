/** What is known of the sample's firms beside their record: size, figures by year, former names, one that moved, one that closed, look-alikes. */
import { mergeBodies, type OrganisationCells } from '../identity/merge.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { changeOrganisation, createOrganisation } from '../organisations/change.ts';
import { firmYear, sizeClass } from '../organisations/fields.ts';
import { daysAfter } from '../today/days.ts';
import { createDice } from './dice.ts';
import { textOf, type Sample, type SampleRow } from './sample.ts';

const firmsOf = (sample: Sample): readonly SampleRow[] => sample.rows('organisation').filter((row) => row['kind'] === 'firm');

/** By the employees of the sample; the real class goes by sales, too. */
const sizeOf = (employees: number): 'micro' | 'small' | 'medium' | 'mid-tier' => (employees < 10 ? 'micro' : employees < 50 ? 'small' : employees <= 300 ? 'medium' : 'mid-tier');

/** Size class of every firm, and figures of six years of every second one; some have not handed in the newest. */
export const putFigures = (tx: Tx, sample: Sample): void => {
  const thisYear = Number(sample.today.slice(0, 4));
  firmsOf(sample).forEach((row, at) => {
    const dice = createDice(1_000 + at);
    const id = sample.id(row.ref);
    const employees = typeof row['employees'] === 'number' ? row['employees'] : null;
    tx.create(sizeClass, { organisation: id, size: sizeOf(employees ?? 20), valid_from: '2017-01-01', certificate: `예시 중소기업확인서 제${1000 + at}호` });
    if (employees === null || at % 2 === 1) return;
    const sales = typeof row['sales'] === 'number' ? row['sales'] : employees * 220_000_000;
    for (const back of [6, 5, 4, 3, 2, 1]) {
      if (back === 1 && at % 10 === 0) continue;
      const share = 100 - back * dice.between(1, 6);
      const year = thisYear - back;
      tx.create(firmYear, {
        organisation: id, year, employees: Math.max(1, Math.round((employees * share) / 100)), sales: Math.round((sales * share) / 100 / 1_000_000) * 1_000_000,
        exports_usd: dice.chance(40) ? dice.between(20, 900) * 1000 : 0, rnd_cost: Math.round((sales * dice.between(1, 5)) / 100 / 1_000_000) * 1_000_000, source: '예시 재무제표',
      }, relationId('firm_year', id, String(year)));
    }
  });
};

type Firm = { ref: string; id: string };

/** Firms that lead no task and were not visited: what happens to them disturbs nothing else. */
const quietFirms = (sample: Sample): Firm[] => {
  const busy = new Set([...sample.rows('task').map((row) => row['lead_org']), ...sample.rows('session').map((row) => row['organisation'])]);
  return firmsOf(sample).filter((row) => row['status'] === 'active' && !busy.has(row.ref)).map((row) => ({ ref: row.ref, id: sample.id(row.ref) }));
};

/** What a firm of the sample is called after its first name. */
const tail = /(정밀|금형|전자|기공|정공|프레스|머시닝|몰드텍|메카트로닉스|오토메이션|로보텍)$/;

/** One firm renamed, one moved to another place, one that moved away, and the closed one has its day. */
export const putPast = (tx: Tx, sample: Sample): void => {
  const busy = firmsOf(sample).filter((row) => row['status'] === 'active');
  const [renamed, moved] = [busy.find((row) => tail.test(textOf(row['name']))), busy[9]];
  if (renamed) changeOrganisation(tx, sample.id(renamed.ref), { name: textOf(renamed['name']).replace(tail, '테크') }, undefined, { from: daysAfter(sample.today, -260) });
  if (moved) changeOrganisation(tx, sample.id(moved.ref), { address: `${textOf(moved['province'])} ${textOf(moved['district'])} 예시대로 415` }, undefined, { from: daysAfter(sample.today, -420) });
  const [away] = quietFirms(sample);
  if (away) changeOrganisation(tx, away.id, { status: 'moved', status_on: daysAfter(sample.today, -150), memo: '예시 자료입니다. 다른 산업단지로 옮겨 담당에서 빠졌습니다.' });
  for (const row of firmsOf(sample)) {
    if (row['status'] === 'closed' || row['status'] === 'suspended') changeOrganisation(tx, sample.id(row.ref), { status_on: daysAfter(sample.today, -200) });
  }
};

const note = '예시 자료입니다. 중복 확인을 보여 주려고 두 번 등록한 기록입니다.';

/** Three pairs that wait in 중복 확인, and one firm typed in twice that was merged already. */
export const putTwins = (tx: Tx, sample: Sample): void => {
  const firms = firmsOf(sample).filter((row) => row['status'] === 'active' && textOf(row['name']).startsWith('(주)'));
  const bare = (row: SampleRow): string => textOf(row['name']).replace('(주)', '');
  const twin = (at: number, cells: (row: SampleRow) => OrganisationCells): string | null => {
    const row = firms[at];
    return row ? createOrganisation(tx, { kind: 'firm', status: 'active', memo: note, province: textOf(row['province']) || null, district: textOf(row['district']) || null, ...cells(row) }) : null;
  };
  // The same name in another form, with the same telephone; a spelling one letter off at the same place; the same name and head, elsewhere.
  twin(4, (row) => ({ name: `주식회사 ${bare(row)}`, phone: textOf(row['phone']) || null }));
  twin(11, (row) => ({ name: `${bare(row)}(주) 제2공장`, address: textOf(row['address']) || null, representative: textOf(row['representative']) || null }));
  twin(17, (row) => ({ name: bare(row), representative: textOf(row['representative']) || null, address: `${textOf(row['province'])} ${textOf(row['district'])} 예시대로 88` }));
  const merged = twin(22, (row) => ({ name: `${bare(row)} 주식회사`, phone: textOf(row['phone']) || null, employees: 31 }));
  const original = firms[22];
  if (merged !== null && original) mergeBodies(tx, [sample.id(original.ref), merged], {});
};
