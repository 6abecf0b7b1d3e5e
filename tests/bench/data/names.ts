/** Names of firms, bodies and people; numbers that keep their check digits. */
import type { Chance } from './chance.ts';
import { districts, givenFirst, givenSecond, roads, surnames, syllables, trades } from './words.ts';

const stem = (chance: Chance): string => {
  const two = chance.pick(syllables) + chance.pick(syllables);
  return chance.percent(45) ? two + chance.pick(syllables) : two;
};

/** Half a million distinct ones and more: 150 syllables by two or three, 66 trades. */
export const firmName = (chance: Chance): string => {
  const name = stem(chance) + chance.pick(trades);
  const form = chance.next();
  return form < 0.5 ? `(주)${name}` : form < 0.7 ? `${name}(주)` : form < 0.78 ? `주식회사 ${name}` : name;
};

export const bodyName = (chance: Chance, kind: string): string => {
  const name = stem(chance);
  if (kind === 'university') return `${name}대학교`;
  if (kind === 'institute') return `한국${name}연구원`;
  return kind === 'support-body' ? `${name}테크노파크` : `${name}산업협회`;
};

export const personName = (chance: Chance): string => chance.pick(surnames) + chance.pick(givenFirst) + chance.pick(givenSecond);

const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** The `at`-th 사업자등록번호, all different: 799,997 and 899,999,981 share no factor, so the walk repeats no number. */
export const businessNumber = (at: number): string => {
  const nine = String(100_000_000 + (at * 799_997) % 899_999_981);
  const sum = weights.reduce((total, weight, index) => total + weight * Number(nine[index]), 0) + Math.floor((Number(nine[8]) * 5) / 10);
  return nine + String((10 - (sum % 10)) % 10);
};

export const addressOf = (chance: Chance, province: string): { district: string; address: string } => {
  const district = chance.pick(districts);
  return { district, address: `${province} ${district} ${chance.pick(roads)}${chance.between(1, 12)}로 ${chance.between(1, 480)}` };
};

export const mobileOf = (chance: Chance): string => `010${chance.between(20_000_000, 99_999_999)}`;
export const phoneOf = (chance: Chance): string => `0${chance.pick(['31', '32', '41', '43', '51', '52', '53', '54', '55', '61', '62', '63'])}${chance.between(2_000_000, 8_999_999)}`;
