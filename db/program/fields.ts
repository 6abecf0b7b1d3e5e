/** Rules of the program by period: what an office has set over the rules that are shipped. Each stands from a day to a day. */
import { choice, choices, date, decimal, flag, int, long, record, text, won } from '../kernel/field.ts';
import type { Problem } from '../errors.ts';
import type { Cell } from '../kernel/field.ts';
import { noEarlierThan } from '../kernel/rules.ts';
import { capUnits, jointUnits, limitRules, ruleLevels } from '../reference/choices/money.ts';
import { reviewRoutes, taskStates } from '../reference/choices/task.ts';
import { patternFault } from './number-tokens.ts';

const percents = ['share_sme', 'share_mid', 'share_large', 'cash_sme', 'cash_mid', 'cash_large'] as const;
const percentWords = ['정부 비율(중소)', '정부 비율(중견)', '정부 비율(대)', '현금 비율(중소)', '현금 비율(중견)', '현금 비율(대)'] as const;

const percentsWithin = (values: Readonly<Record<(typeof percents)[number], Cell>>): Problem | null => {
  const at = percents.findIndex((name) => values[name] !== null && values[name] !== undefined && !(Number(values[name]) >= 0 && Number(values[name]) <= 100));
  const name = percents[at];
  return name === undefined ? null : { field: name, value: values[name], message: `${percentWords[at] ?? name}: ${values[name]}%로는 둘 수 없습니다. 0에서 100 사이로 적어 주세요.` };
};

/** Where nothing below the minimum is taken, nothing is left for the small route. */
const smallRouteCanBeUsed = (values: Readonly<Record<'small_task_below' | 'min_task', number | null>>): Problem | null => {
  const { small_task_below: small, min_task: least } = values;
  if (!small || !least || least < small) return null;
  return { field: 'min_task', value: least, message: '최소 과제 금액이 소액과제 기준보다 작아야 합니다. 소액 경로를 없애려면 소액과제 기준에 0을 적어 주세요.' };
};

/** A support type in a period: caps, shares, months, joint condition (domain.md §5). Without a limit nothing is checked. */
export const supportRule = record('support_rule', { ko: '지원유형 규칙', en: 'Support type rule' }, {
  code: text({ ko: '유형 코드', en: 'Code', required: true, max: 60 }),
  name: text({ ko: '지원유형', en: 'Support type', required: true }),
  valid_from: date({ ko: '적용 시작', en: 'Valid from', required: true }),
  valid_until: date({ ko: '적용 끝', en: 'Valid until', help: '비워 두면 끝나지 않습니다.' }),
  is_money: flag({ ko: '사업비 지원', en: 'Gives money' }),
  cap: won({ ko: '국비 한도', en: 'Cap on national money' }),
  cap_rule: choice({ ko: '한도 적용', en: 'Cap rule', choices: limitRules }),
  cap_per: choice({ ko: '한도 단위', en: 'Cap per', choices: capUnits }),
  max_months: int({ ko: '최대 기간', en: 'Longest period', unit: '개월', min: 1, max: 120 }),
  share_rule: choice({ ko: '정부 비율 적용', en: 'Share rule', choices: limitRules }),
  share_sme: decimal({ ko: '정부 비율(중소)', en: 'Government share, SME', unit: '%' }),
  share_mid: decimal({ ko: '정부 비율(중견)', en: 'Government share, mid-tier', unit: '%' }),
  share_large: decimal({ ko: '정부 비율(대)', en: 'Government share, large', unit: '%' }),
  cash_sme: decimal({ ko: '현금 비율(중소)', en: 'Cash of own share, SME', unit: '%', help: '민간 부담금 가운데 현금의 최소 비율.' }),
  cash_mid: decimal({ ko: '현금 비율(중견)', en: 'Cash of own share, mid-tier', unit: '%' }),
  cash_large: decimal({ ko: '현금 비율(대)', en: 'Cash of own share, large', unit: '%' }),
  joint_min: int({ ko: '공동 참여', en: 'Together at least', unit: '곳', min: 1, max: 50 }),
  joint_of: choice({ ko: '공동 단위', en: 'Counted', choices: jointUnits }),
  is_off: flag({ ko: '쓰지 않음', en: 'Off', help: '기본으로 들어 있는 유형을 감춥니다.' }),
  source: text({ ko: '근거', en: 'Source', max: 500 }),
  note: long({ ko: '비고', en: 'Note' }),
}, { rules: [noEarlierThan('valid_until', '적용 끝', 'valid_from', '적용 시작'), percentsWithin] });

/** Rules of a period that hold for every support type: states, routes and required fields switched off, thresholds, what a broken rule does. */
export const periodRule = record('period_rule', { ko: '기간 규칙', en: 'Period rule' }, {
  name: text({ ko: '이름', en: 'Name', required: true }),
  valid_from: date({ ko: '적용 시작', en: 'Valid from', required: true }),
  valid_until: date({ ko: '적용 끝', en: 'Valid until', help: '비워 두면 끝나지 않습니다.' }),
  states_off: choices({ ko: '쓰지 않는 상태', en: 'States off', choices: taskStates }),
  routes_off: choices({ ko: '쓰지 않는 심의 경로', en: 'Routes off', choices: reviewRoutes }),
  required_off: text({ ko: '필수에서 뺀 항목', en: 'Requirements off', max: 2000 }),
  small_task_below: won({ ko: '소액과제 기준', en: 'Small task below', help: '이 금액 미만은 수석코디네이터가 정합니다. 0이면 소액 경로가 없고, 비워 두면 기본값을 씁니다.' }),
  min_task: won({ ko: '최소 과제 금액', en: 'Smallest task', help: '0이면 최소 금액이 없고, 비워 두면 기본값을 씁니다.' }),
  joint_min: int({ ko: '최소 참여 기관', en: 'Together at least', unit: '곳', max: 50, help: '유형에 공동 조건이 없을 때 씁니다. 0이면 없고, 비워 두면 기본값을 씁니다.' }),
  task_number_pattern: text({ ko: '과제번호 형식', en: 'Task number pattern', max: 60, refuse: patternFault, help: '예: {차년도2}-{거점}-{유형}-{일련4}' }),
  member_level: choice({ ko: '회원 아닌 주관기업', en: 'Lead firm is no member', choices: ruleLevels }),
  cap_level: choice({ ko: '한도·기간 초과', en: 'Over cap or period', choices: ruleLevels }),
  share_level: choice({ ko: '비율 위반', en: 'Share broken', choices: ruleLevels }),
  joint_level: choice({ ko: '공동 조건 미달', en: 'Not joint', choices: ruleLevels }),
  route_level: choice({ ko: '심의 경로 위반', en: 'Wrong route', choices: ruleLevels }),
  follow_up_years: int({ ko: '사후관리 기간', en: 'Follow-up years', unit: '년', min: 0, max: 10 }),
  item_change_percent: int({ ko: '비목 전용 한도', en: 'Allowed change per item', unit: '%', max: 100 }),
  source: text({ ko: '근거', en: 'Source', max: 500 }),
  note: long({ ko: '비고', en: 'Note' }),
}, { rules: [noEarlierThan('valid_until', '적용 끝', 'valid_from', '적용 시작'), smallRouteCanBeUsed] });
