/** The words the 예시 data is made of. Names are coined; a likeness with a real firm or person is chance. */

export const complexes = [
  { name: '창원국가산업단지', hub: '창원', short: 'CW', firms: 24, province: '경상남도', district: '창원시 성산구', phone: '055', sectors: ['machining', 'mold', 'robot'] },
  { name: '명지·녹산국가산업단지', hub: '녹산', short: 'NS', firms: 10, province: '부산광역시', district: '강서구', phone: '051', sectors: ['ship', 'machining'] },
  { name: '성서산업단지', hub: '성서', short: 'SS', firms: 12, province: '대구광역시', district: '달서구', phone: '053', sectors: ['auto', 'robot', 'machining'] },
  { name: '구미국가산업단지', hub: '구미', short: 'GM', firms: 14, province: '경상북도', district: '구미시', phone: '054', sectors: ['electronics', 'battery'] },
  { name: '반월국가산업단지', hub: '반월·시화', short: 'BS', firms: 10, province: '경기도', district: '안산시 단원구', phone: '031', sectors: ['electronics', 'mold', 'auto'] },
];

/** Industry codes are KSIC revision 10, as they stand in the public factory registry. */
export const sectors = {
  machining: { tails: ['정밀', '기공', '정공', '머시닝'], code: '25924', industry: '절삭가공 및 유사처리업', products: ['공작기계용 주축', '감속기 하우징', '유압 밸브 블록', '정밀 샤프트'] },
  mold: { tails: ['금형', '몰드텍', '프레스'], code: '29294', industry: '주형 및 금형 제조업', products: ['사출 금형', '프레스 금형', '다이캐스팅 금형'] },
  robot: { tails: ['메카트로닉스', '오토메이션', '로보텍'], code: '29299', industry: '그 외 기타 특수목적용 기계 제조업', products: ['자동화 조립 설비', '협동로봇 그리퍼', '이송 로봇'] },
  ship: { tails: ['마린', '해양기계', '선박기재'], code: '25111', industry: '금속 문, 창, 셔터 및 관련제품 제조업', products: ['선박용 수밀문', '선박용 배관 지지대', '갑판 의장품'] },
  auto: { tails: ['오토텍', '모빌리티', '차체산업'], code: '30399', industry: '그 외 자동차용 신품 부품 제조업', products: ['차량용 시트 프레임', '전동화 브래킷', '제동 부품'] },
  electronics: { tails: ['전자', '일렉트론', '회로'], code: '26224', industry: '전자부품 실장기판 제조업', products: ['전장용 제어기판', '센서 모듈', 'LED 구동 기판'] },
  battery: { tails: ['에너지소재', '배터리텍', '셀텍'], code: '26299', industry: '그 외 기타 전자부품 제조업', products: ['이차전지 보호회로', '배터리 팩 하우징', '전극 코팅 부품'] },
};

export const heads = ['가온빛', '나래울', '다솜결', '라온벼리', '마루한', '바른샘', '새론터', '아람솔', '차오름', '하늬온', '누리샘', '도담결', '미르솔', '벼리온', '서린빛', '여울목', '온새미', '이든터', '푸른결', '한울가람', '해솔온', '가람빛', '새벽결', '올곧은', '큰나래', '윤슬빛', '다온결', '늘찬터', '맑은샘', '이슬터결', '두레온', '솔빛결', '한결찬', '별하온', '온누림'];
export const surnames = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임', '한', '오', '서', '신', '권', '황', '안', '송', '류', '홍', '전', '문', '배', '백', '남', '노', '하', '곽', '성', '차'];
export const givens = ['민준', '서연', '도윤', '지우', '하준', '서현', '지호', '수아', '준서', '지민', '건우', '유진', '현우', '예린', '선우', '다은', '우진', '채원', '동현', '소율', '재윤', '은서', '태민', '가영', '상훈', '미경', '영호', '정숙', '성민', '경희', '용준', '혜진', '병철', '은주', '광수', '현정', '기태', '수정', '종혁', '나리'];

/** field, title after the product, need, advice, sectors it fits (all when left out). No particle follows the product, because it would depend on its last letter. */
export const needs = [
  ['rnd', '경량화 설계', '기존 제품의 무게를 20% 이상 줄여 달라는 고객 요구가 있으나 구조해석 인력이 없음.', '구조해석이 가능한 대학 연구실을 연결하고 위상 최적화 절차를 안내함.', ['auto', 'ship', 'robot']],
  ['rnd', '내구 수명 향상', '실차 시험에서 조기 마모가 생겨 납품 승인이 늦어지고 있음.', '마모 원인을 표면처리와 윤활로 나누어 시험할 것을 제안하고 시험기관을 소개함.', ['auto', 'mold', 'machining', 'ship']],
  ['rnd', '국산화 개발', '핵심 부품을 전량 수입하여 납기와 단가가 불안정함.', '동등 규격의 국내 소재와 시험 방법을 조사하고 산학 공동 과제를 기획함.'],
  ['rnd', '방열 성능 개선', '고출력 조건에서 온도가 기준값을 넘어 성능이 떨어짐.', '열해석 결과를 함께 검토하고 방열 구조 변경안 두 가지를 제시함.', ['electronics', 'battery']],
  ['rnd', '인공지능 외관검사 적용', '육안검사에 의존하여 검사자마다 판정이 다름.', '불량 사진 수집 기준을 정하고 시범 적용할 공정을 함께 골랐음.'],
  ['rnd', '저소음 구조 개발', '해외 고객이 요구하는 소음 기준을 맞추지 못함.', '소음원 측정 계획을 세우고 측정 장비가 있는 기관을 연결함.', ['machining', 'robot', 'auto']],
  ['production-quality', '가공 정밀도 개선', '열변형 때문에 진원도가 규격을 벗어나는 일이 잦음.', '예열 조건과 지그를 바꾸어 시험하고 측정 주기를 줄이도록 안내함.', ['machining', 'robot', 'mold']],
  ['production-quality', '용접 불량 저감', '용접부 기공으로 재작업이 월 30건 이상 발생함.', '보호가스 유량과 전류 조건표를 만들고 작업 표준을 고치도록 지도함.', ['ship', 'auto']],
  ['production-quality', '공정 데이터 수집 체계', '설비별 가동 기록을 손으로 적어 원인 분석이 어려움.', '센서를 붙일 설비 세 대를 정하고 수집 항목을 정리함.'],
  ['production-quality', '사출 조건 최적화', '수축 편차로 조립 불량이 생김.', '보압과 냉각 시간을 바꾸는 시험 순서를 함께 정함.', ['mold']],
  ['patent-certification', 'CE 인증 획득', '유럽 수출에 필요한 인증 절차를 처음 진행함.', '적용 지침과 시험 항목을 정리하고 인증기관 견적을 비교하도록 도움.', ['robot', 'electronics', 'machining']],
  ['patent-certification', '해외 규격 인증 획득', '수출국마다 요구하는 규격이 달라 시험 항목을 정하기 어려움.', '공통 시험 항목을 추려 한 번에 시험하도록 일정을 짬.'],
  ['patent-certification', '핵심 기술 특허 출원', '자체 개발 기술을 보호하지 못한 채 납품하고 있음.', '선행기술 조사 결과를 검토하고 청구 범위를 함께 다듬음.'],
  ['marketing', '국내 전시회 공동 참가', '신규 거래처를 찾을 기회가 부족함.', '같은 품목의 회원사와 공동관을 꾸리는 방안을 제안함.'],
  ['export', '동남아 판로 개척', '해외 바이어 정보와 통역 인력이 없음.', '수출상담회 일정과 신청 서류를 안내하고 제품 소개 자료를 고침.'],
  ['finance', '양산 시설자금 조달', '신규 설비 도입에 필요한 자금이 부족함.', '정책자금 요건을 검토하고 신청 순서를 정리해 드림.'],
  ['workforce', '설계 인력 확보', '3차원 설계가 가능한 인력을 구하지 못함.', '지역 대학 현장실습 과정을 소개하고 채용 장려금을 안내함.'],
  ['training', '품질관리 실무 교육', '신입 인력이 측정기 사용법을 익히지 못함.', '현장 교육 일정을 잡고 교재를 전달함.'],
  ['environment-safety', '집진 설비 개선', '분진 농도가 기준에 가까워 개선이 필요함.', '배관 압력 손실을 측정하고 후드 위치 변경을 권함.'],
  ['regulation', '생산 관련 입주 업종 변경 절차', '신사업 추가에 필요한 업종 변경 절차를 모름.', '관리기본계획과 제출 서류를 확인하여 안내함.'],
  ['design', '제품 외관 디자인', '경쟁 제품보다 외관 평가가 낮음.', '디자인 전문회사 두 곳을 소개하고 요구 사항서를 함께 작성함.', ['robot', 'electronics', 'battery']],
];

/** Directly solved needs fit these fields; the rest become tasks with money. */
export const directType = { finance: 'finance-referral', workforce: 'recruitment', regulation: 'regulation-proposal', marketing: 'sales-advice', export: 'sales-advice', management: 'consulting', design: 'consulting' };

export const note = '예시 자료입니다. 실제 기업·기관·인물과 관계가 없습니다.';
