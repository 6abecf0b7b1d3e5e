/** People (사람): coordinators, experts, and those met at firms and meetings. No resident numbers. */
import { noEarlierThan } from '../kernel/rules.ts';
import { choices, date, link, long, record, text } from '../kernel/field.ts';
import { choseong, foldName } from '../korean/names.ts';
import { formatPhone, parsePhone } from '../korean/phone.ts';
import { personRoles } from './choices.ts';

const telephone = { tidy: (text: string): string => parsePhone(text) ?? text, show: formatPhone };

export const person = record('person', { ko: '사람', en: 'Person' }, {
  name: text({ ko: '성명', en: 'Name', required: true, max: 60, personal: true, search: true, headers: ['성명', '이름', '담당자', '참석자'] }),
  organisation: link({ ko: '소속', en: 'Organisation', to: 'organisation', headers: ['소속', '소속기관', '회사명'] }),
  department: text({ ko: '부서', en: 'Department', max: 100, headers: ['부서', '부서명'] }),
  position: text({ ko: '직위', en: 'Position', max: 60, headers: ['직위', '직책', '직급'] }),
  mobile: text({ ko: '휴대전화', en: 'Mobile', max: 40, personal: true, ...telephone, headers: ['휴대전화', '휴대폰', '핸드폰', '연락처'] }),
  phone: text({ ko: '전화', en: 'Phone', max: 40, personal: true, ...telephone, headers: ['전화번호', '전화'] }),
  email: text({ ko: '이메일', en: 'E-mail', max: 200, personal: true, headers: ['이메일', '메일', 'email', 'e-mail'] }),
  roles: choices({ ko: '역할', en: 'Roles', choices: personRoles }),
  consent_on: date({ ko: '개인정보 동의일', en: 'Consent given on' }),
  consent_scope: text({ ko: '동의 범위', en: 'Scope of consent' }),
  retention_until: date({ ko: '보유 기한', en: 'Kept until' }),
  memo: long({ ko: '메모', en: 'Memo' }),
}, {
  derived: {
    name_key: (values) => foldName(values.name ?? ''),
    name_cho: (values) => choseong(values.name ?? ''),
  },
});

/** 소속 이력: where a person worked, from–to. The person's own 소속 is the one of today. */
export const affiliation = record('affiliation', { ko: '소속 이력', en: 'Affiliation' }, {
  person: link({ ko: '사람', en: 'Person', required: true, to: 'person' }),
  organisation: link({ ko: '소속', en: 'Organisation', required: true, to: 'organisation' }),
  department: text({ ko: '부서', en: 'Department', max: 100 }),
  position: text({ ko: '직위', en: 'Position', max: 60 }),
  from_on: date({ ko: '시작', en: 'From' }),
  to_on: date({ ko: '끝', en: 'To' }),
}, { rules: [noEarlierThan('to_on', '끝', 'from_on', '시작')] });
