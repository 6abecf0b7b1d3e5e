/** Organisations: firms (기업) and every other body a person can belong to. One table, because members, participants and evaluators point to any of them. */
import { choice, choices, date, decimal, int, link, long, record, text, won } from '../kernel/field.ts';
import { noEarlierThan } from '../kernel/rules.ts';
import { choseong, firmNameKey, foldName } from '../korean/names.ts';
import { addressKey } from '../reference/address.ts';
import { firmStatuses, legalForms, organisationKinds, registrySizes, sizeClasses, tenancyTypes } from '../reference/choices/organisation.ts';
import { businessNumberFault, corporateNumberFault, factoryNumberFault, formatBusinessNumber, formatCorporateNumber, formatFactoryNumber, parseBusinessNumber, parseCorporateNumber, parseFactoryNumber } from '../korean/identifiers.ts';
import { formatPhone, parsePhone } from '../korean/phone.ts';
import { certifications, laboratoryKinds, pastKinds } from './choices.ts';
import { businessNumberStands, industryCodeStands } from './rules.ts';

const businessNumber = {
  tidy: (text: string): string => parseBusinessNumber(text) ?? text,
  show: formatBusinessNumber,
  refuse: (text: string): string | null => {
    const fault = businessNumberFault(text);
    if (fault === 'length') return '숫자 10자리로 입력해 주세요. 예: 124-81-00998';
    return fault === 'zero' ? '000-00-00000은 사업자등록번호가 아닙니다. 모르면 비워 두세요.' : null;
  },
};

const corporateNumber = {
  tidy: (text: string): string => parseCorporateNumber(text) ?? text,
  show: formatCorporateNumber,
  refuse: (text: string): string | null => {
    const fault = corporateNumberFault(text);
    if (fault === 'length') return '숫자 13자리로 입력해 주세요. 예: 130111-0006246';
    return fault === 'zero' ? '000000-0000000은 법인등록번호가 아닙니다. 모르면 비워 두세요.' : null;
  },
};

// Of a number written as a power only the first digits are left; nothing can bring the others back.
const factoryNumber = {
  tidy: (text: string): string => parseFactoryNumber(text) ?? text,
  show: formatFactoryNumber,
  refuse: (text: string): string | null =>
    (factoryNumberFault(text) === 'exponent' ? '엑셀이 번호를 망가뜨렸습니다. 원본에서 이 열을 텍스트로 바꾸어 다시 저장한 뒤 넣어 주세요.' : null),
};

const telephone = { tidy: (text: string): string => parsePhone(text) ?? text, show: formatPhone };

export const organisation = record('organisation', { ko: '기업·기관', en: 'Organisation' }, {
  name: text({ ko: '기업명', en: 'Name', required: true, search: true, headers: ['회사명', '업체명', '기업명', '상호', '상호명', 'cmpnyNm', 'conm', '기관명'] }),
  kind: choice({ ko: '구분', en: 'Kind', required: true, choices: organisationKinds }),
  legal_form: choice({ ko: '법인격', en: 'Legal form', choices: legalForms }),
  business_no: text({ ko: '사업자등록번호', en: 'Business number', max: 20, search: true, ...businessNumber, headers: ['사업자등록번호', '사업자번호'] }),
  corporate_no: text({ ko: '법인등록번호', en: 'Corporate number', max: 20, ...corporateNumber, headers: ['법인등록번호', '법인번호'] }),
  representative: text({ ko: '대표자', en: 'Representative', personal: true, search: true, headers: ['대표자', '대표자명', '대표', 'rprsntvNm'] }),
  founded_on: date({ ko: '설립일', en: 'Founded on', headers: ['설립일', '설립일자'] }),
  complex: text({ ko: '산업단지', en: 'Industrial complex', headers: ['단지명', '산업단지', '산업단지명', 'irsttNm', 'icnm'] }),
  tenancy: choice({ ko: '입주 형태', en: 'Tenancy', choices: tenancyTypes }),
  province: text({ ko: '시도', en: 'Province', headers: ['시도명', '시도'] }),
  district: text({ ko: '시군구', en: 'District', headers: ['시군구명', '시군구'] }),
  address: text({ ko: '주소', en: 'Address', max: 500, search: true, headers: ['공장주소', '공장대표주소(도로명)', '공장대표주소(지번)', '공장대표주소', '공장주소_지번', '소재지도로명주소', '소재지(도로명)', '소재지주소', '도로명주소', '업체 주소', '주소', 'rnAdres', 'daddr'] }),
  phone: text({ ko: '전화', en: 'Phone', max: 40, ...telephone, headers: ['전화번호', '업체전화번호', '소재지전화', '연락처', 'telno'] }),
  homepage: text({ ko: '홈페이지', en: 'Homepage', headers: ['홈페이지', '홈페이지주소'] }),
  industry_code: text({ ko: '업종코드', en: 'Industry code (KSIC)', max: 20, headers: ['업종코드', '업종번호', '대표업종', '대표업종번호', 'indutyCode'] }),
  industry_revision: int({ ko: '업종코드 차수', en: 'KSIC revision', min: 1, max: 99, headers: ['차수', '업종차수'] }),
  industry_name: text({ ko: '업종명', en: 'Industry', max: 500, search: true, headers: ['업종명', '업종', '업종구분', '사업유형', 'indutyNm'] }),
  products: text({ ko: '생산품', en: 'Products', max: 1000, search: true, headers: ['생산품', '생산품목', '주생산품', '주요생산품명', '주력생산품', '주력사업(생산품)', 'gdsNm', 'mainProductCn'] }),
  materials: text({ ko: '원자재', en: 'Materials', max: 1000, headers: ['원자재'] }),
  employees: int({ ko: '상시근로자', en: 'Regular employees', unit: '명', max: 1_000_000, headers: ['종업원합계', '종업원수', '종업원', '근로자수', '인원', '상시근로자'] }),
  employees_on: date({ ko: '상시근로자 기준일', en: 'Employees as of', headers: ['데이터기준일자', '데이터기준일', 'crtrYmd'] }),
  registry_size: choice({ ko: '공장규모', en: 'Registry size', choices: registrySizes, headers: ['공장규모', '기업규모'] }),
  sales: won({ ko: '매출액', en: 'Sales', headers: ['매출액'] }),
  land_area: decimal({ ko: '용지면적', en: 'Land area', unit: '㎡', headers: ['용지면적', '용지면적(제곱미터)'] }),
  building_area: decimal({ ko: '제조시설면적', en: 'Manufacturing area', unit: '㎡', headers: ['제조시설면적', '제조면적(제곱미터)'] }),
  certifications: choices({ ko: '인증', en: 'Certifications', choices: certifications }),
  laboratory: choice({ ko: '연구조직', en: 'Laboratory', choices: laboratoryKinds }),
  first_national_rnd_year: int({ ko: '첫 국가R&D 연도', en: 'First national R&D', min: 1960, max: 2100 }),
  business_no_reason: text({ ko: '사업자등록번호 확인', en: 'Why the number stands', max: 300, help: '검증번호가 맞지 않아도 쓰는 까닭. 예: 사업자등록증 사본 확인' }),
  corporate_no_reason: text({ ko: '법인등록번호 확인', en: 'Why the number stands', max: 300, help: '검증번호가 맞지 않아도 쓰는 까닭. 예: 등기부등본 확인' }),
  fax: text({ ko: '팩스', en: 'Fax', max: 40, ...telephone, headers: ['팩스', '팩스번호', 'FAX'] }),
  status: choice({ ko: '상태', en: 'Status', choices: firmStatuses }),
  status_on: date({ ko: '상태 변경일', en: 'Status since' }),
  succeeded_by: link({ ko: '승계 기업', en: 'Succeeded by', to: 'organisation', help: '합병·분할·이전 뒤에 이어받은 곳' }),
  merged_into: link({ ko: '합쳐진 기록', en: 'Same as', to: 'organisation', help: '같은 곳을 두 번 등록해 하나로 합친 기록' }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  rules: [businessNumberStands, industryCodeStands],
  derived: {
    name_key: (values) => foldName(values.name ?? ''),
    name_cho: (values) => choseong(foldName(values.name ?? '')),
    base_key: (values) => firmNameKey(values.name ?? ''),
    address_key: (values) => (values.address === null ? null : addressKey(values.address)),
  },
});

/** 연도별 현황: figures of a firm by calendar year, the panel growth is measured on. Id by organisation and year. */
export const firmYear = record('firm_year', { ko: '연도별 현황', en: 'Figures of a year' }, {
  organisation: link({ ko: '기업', en: 'Firm', required: true, to: 'organisation' }),
  year: int({ ko: '연도', en: 'Year', required: true, min: 1990, max: 2100 }),
  employees: int({ ko: '상시근로자', en: 'Regular employees', unit: '명', max: 1_000_000 }),
  sales: won({ ko: '매출액', en: 'Sales' }),
  exports_usd: int({ ko: '수출액', en: 'Exports', unit: '달러' }),
  rnd_cost: won({ ko: '연구개발비', en: 'R&D cost' }),
  source: text({ ko: '출처', en: 'Source', max: 300 }),
});

/** 예전 이름·주소: what the body was called or where it was, until a day. */
export const organisationPast = record('organisation_past', { ko: '예전 이름·주소', en: 'Former name or address' }, {
  organisation: link({ ko: '기관', en: 'Organisation', required: true, to: 'organisation' }),
  what: choice({ ko: '구분', en: 'What', required: true, choices: pastKinds }),
  value: text({ ko: '예전 값', en: 'Former value', required: true, max: 500, search: true }),
  until_on: date({ ko: '이날까지', en: 'Until', help: '모르면 비워 둡니다. 그러면 어느 날의 이름으로도 쓰지 않고 찾을 때만 씁니다.' }),
}, {
  derived: {
    value_key: (values) => (values.what === 'name' ? firmNameKey(values.value ?? '') : addressKey(values.value ?? '')),
    value_cho: (values) => (values.what === 'name' ? choseong(foldName(values.value ?? '')) : null),
  },
});

/** 기업 규모(법적): the class a certificate states, from a day. */
export const sizeClass = record('size_class', { ko: '기업 규모', en: 'Legal size class' }, {
  organisation: link({ ko: '기업', en: 'Firm', required: true, to: 'organisation' }),
  size: choice({ ko: '규모', en: 'Size', required: true, choices: sizeClasses }),
  valid_from: date({ ko: '적용 시작', en: 'Valid from', required: true }),
  valid_until: date({ ko: '적용 끝', en: 'Valid until' }),
  certificate: text({ ko: '확인서', en: 'Certificate', max: 200, help: '중소기업확인서 발급번호 따위' }),
}, { rules: [noEarlierThan('valid_until', '적용 끝', 'valid_from', '적용 시작')] });

/** A place of work (사업장) of an organisation: support is given to a site in a complex, size is judged on the company. */
export const site = record('site', { ko: '사업장', en: 'Site' }, {
  organisation: link({ ko: '기업', en: 'Organisation', required: true, to: 'organisation' }),
  name: text({ ko: '사업장명', en: 'Name', required: true, search: true }),
  complex: text({ ko: '산업단지', en: 'Industrial complex' }),
  province: text({ ko: '시도', en: 'Province' }),
  district: text({ ko: '시군구', en: 'District' }),
  address: text({ ko: '주소', en: 'Address', max: 500 }),
  factory_no: text({ ko: '공장관리번호', en: 'Factory management number', max: 30, personal: true, ...factoryNumber, headers: ['공장관리번호', 'fctryManageNo'] }),
  employees: int({ ko: '종업원', en: 'Employees at the site', unit: '명', max: 1_000_000 }),
  products: text({ ko: '생산품', en: 'Products', max: 1000 }),
  memo: long({ ko: '메모', en: 'Memo' }),
});
