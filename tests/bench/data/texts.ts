/** Texts as coordinators write them: titles of 10–30 characters, needs and advice of 60–200. */
import type { Chance } from './chance.ts';
import { advices, aims, causes, customers, followUps, materials, parts, problems, processes } from './words.ts';

/** `알루미늄 브래킷`: some four thousand of them. */
export const productOf = (chance: Chance): string => `${chance.pick(materials)} ${chance.pick(parts)}`;

export const titleOf = (chance: Chance, product: string): string => {
  const form = chance.next();
  if (form < 0.4) return `${product} ${chance.pick(processes)} ${chance.pick(aims)}`;
  if (form < 0.7) return `${chance.pick(customers)} ${product} ${chance.pick(aims)}`;
  return `${product} 생산을 위한 ${chance.pick(processes)} 공정 ${chance.pick(aims)}`;
};

export const needOf = (chance: Chance, product: string): string => {
  const start = chance.percent(50) ? `${product} ${chance.pick(processes)} 공정에서 ` : `${chance.pick(customers)} 납품용 ${product}의 ${chance.pick(processes)} 작업 중 `;
  return `${start}${chance.pick(problems)}. ${chance.pick(causes)}. ${chance.percent(40) ? `${chance.pick(problems)}. ` : ''}${chance.pick(aims)} 방안이 필요함.`;
};

export const adviceOf = (chance: Chance): string =>
  `${chance.pick(causes)}. ${chance.pick(advices)}. ${chance.percent(60) ? `${chance.pick(advices)}. ` : ''}${chance.pick(processes)} 공정의 ${chance.pick(aims)} 사례를 전달하고, ${chance.pick(followUps)}.`;

export const minutesOf = (chance: Chance, subject: string): string =>
  `${subject} 관련 현황을 공유함. ${chance.pick(problems)}.\n${chance.pick(materials)} ${chance.pick(parts)} 회원사의 ${chance.pick(aims)} 사례를 발표함.\n${chance.pick(advices)}. ${chance.pick(followUps)}.`;

export const agendaOf = (chance: Chance): string => `${chance.pick(materials)} ${chance.pick(parts)} ${chance.pick(aims)} ${chance.pick(['방안', '계획', '결과 보고', '공동 추진', '예산', '참여기업 모집', '일정'])}`;

export const promiseOf = (chance: Chance): string => `${productOf(chance)} ${chance.pick(['시험 성적서 전달', '견적 비교표 작성', '전문가 연결', '신청 서류 확인', '시료 송부', '현장 재방문', '사례 자료 정리', '도면 검토'])}`;
