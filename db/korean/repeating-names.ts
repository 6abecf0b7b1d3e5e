/** Names that many bodies carry, so that a name alone says nothing: 대영정공 is four different firms in the registry of factories. */
import { foldName, hasLegalForm, nameParts } from './names.ts';

/** Words half the workshops of the country begin with. */
const FRONTS = (
  '대영 대성 대원 대진 대동 대신 대광 대림 대명 대한 대일 대경 동양 동아 동일 동진 동성 동신 동원 동방 동광 삼성 삼진 삼원 삼화 삼영 삼우 삼일 신성 신진 신한 신우 신영 신일 신흥 신광 ' +
  '한일 한성 한국 한진 한양 한신 한영 현대 성진 성우 성원 성일 성신 성광 세진 세원 세광 세일 우진 우성 우일 유진 유성 태양 태성 태광 태진 태영 태원 제일 중앙 서울 부산 대구 인천 ' +
  '경남 경북 영남 국제 금성 금강 광명 광진 명진 명성 미래 보성 영진 영신 영광 일신 일진 정우 정진 진성 창성 천일 태평 평화 하나 해성 협성 협진 화성 화신 효성 흥진 아진 서진 선진'
).split(' ').join('|');

/** What such workshops call their trade. */
const TRADES = (
  '정밀공업 정밀산업 산업기계 공업사 산업사 철공소 철공사 정공사 금속공업 정공 정밀 산업 기계 공업 기공 금속 전자 전기 테크 텍 하이텍 엔지니어링 이엔지 eng 상사 상회 철강 금형 화학 섬유 건설 건업 무역 유통 ' +
  '식품 인쇄 목재 산기 기업 기전 정기 기연 열처리 도금 주물 단조 프레스 사출 시스템 플라스틱 케미칼 물산 실업 제작소 주공 용접 테크닉 특수강 스틸'
).split(' ').join('|');

const COMMON = new RegExp(`^(?:${FRONTS})(?:${TRADES})$`, 'u');

/** Offices of one person of a profession: one name, many doors. */
const OFFICE = /(?:건축사사무소|건축사무소|법률사무소|법무사사무소|특허법률사무소|특허사무소|변리사사무소|세무사사무소|세무회계사무소|회계사무소|세무회계|노무사사무소|노무법인|행정사사무소|기술사사무소|감정평가사사무소|공인중개사사무소|사무소|의원|한의원|치과|약국|어린이집|주유소|식당|공방|부동산)$/u;

/** True when equal names are no sign of one body: a common name without a legal form, or the office of a profession. */
export const isRepeatingName = (name: string): boolean => {
  const key = foldName(nameParts(name).base);
  return OFFICE.test(key) || (COMMON.test(key) && !hasLegalForm(name));
};
