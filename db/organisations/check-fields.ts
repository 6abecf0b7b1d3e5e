/** What the fields of one organisation say against each other: numbers, industry code, state. */
import type { Cell } from '../kernel/field.ts';
import { businessNumberFault, corporateNumberFault, formatBusinessNumber, formatCorporateNumber, parseBusinessNumber, parseCorporateNumber } from '../korean/identifiers.ts';
import type { Reader } from '../kernel/reader.ts';
import { industryRemarks, ksicRevisions, splitIndustryCode } from '../reference/industries.ts';
import { importedReason } from './rules.ts';

/** A remark on one field, with the records it is about. */
export type Warning = { field: string; message: string; others: { id: string; name: string; address: string | null }[] };

type Written = Readonly<Record<string, Cell | undefined>>;

const warn = (field: string, message: string): Warning => ({ field, message, others: [] });
const textOf = (value: Cell | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** Numbers given from this day on carry no check digit (domain.md §14.2). */
const lastChecked = '2025-01-31';

const corporateWarnings = (values: Written): Warning[] => {
  const digits = parseCorporateNumber(textOf(values['corporate_no']));
  if (digits === null || corporateNumberFault(digits) !== 'sum' || textOf(values['corporate_no_reason']) !== '') return [];
  const founded = textOf(values['founded_on']);
  const shown = formatCorporateNumber(digits);
  return [warn('corporate_no', founded !== '' && founded < lastChecked
    ? `${shown}: 검증번호가 맞지 않습니다. 등기부등본과 대조해 주세요.`
    : `${shown}: 검증번호가 맞지 않습니다. ${lastChecked}부터 준 번호는 검증번호가 없으니, 그 전에 세운 법인이면 등기부등본과 대조해 주세요.`)];
};

/** A failed check digit: of a business number it stops the saving unless a reason is given, of a corporate number it only warns. */
export const numberWarnings = (values: Written): Warning[] => {
  const digits = parseBusinessNumber(textOf(values['business_no']));
  const reason = textOf(values['business_no_reason']);
  if (digits === null || businessNumberFault(digits) !== 'sum' || (reason !== '' && reason !== importedReason)) return corporateWarnings(values);
  const remedy = reason === importedReason ? '가져온 값이라 아무도 확인하지 않았습니다. 사업자등록증과 대조해 주세요.' : '사업자등록증으로 확인했으면 사유를 적으세요. 사유가 없으면 저장되지 않습니다.';
  return [warn('business_no', `${formatBusinessNumber(digits)}: 검증번호가 맞지 않습니다. ${remedy}`), ...corporateWarnings(values)];
};

/** A code without its revision, of a later revision than the firm's oldest task, or moved between revisions. */
export const industryWarnings = (read: Reader, values: Written, id: string): Warning[] => {
  const { code } = splitIndustryCode(textOf(values['industry_code']));
  if (code === '') return [];
  const revision = typeof values['industry_revision'] === 'number' ? values['industry_revision'] : null;
  const from = ksicRevisions.find((one) => one.revision === revision)?.from;
  const early = id === '' || from === undefined ? undefined
    : read.value<string>('SELECT min(found_on) FROM task WHERE lead_org = ? AND found_on < ? AND _del = 0', [id, from]);
  return industryRemarks(code, revision, early ?? null)
    .map((message) => warn(revision === null ? 'industry_revision' : 'industry_code', early && message.includes(early) ? `${message} 그때의 과제에는 그때 차수의 코드를 쓰세요.` : message));
};

/** A state that nobody can date, or a merger into nobody or into itself. */
export const statusWarnings = (values: Written, id: string): Warning[] => {
  const status = textOf(values['status']);
  if (status === '' || status === 'active') return [];
  const successor = textOf(values['succeeded_by']);
  return [
    ...(textOf(values['status_on']) === '' ? [warn('status_on', '상태가 바뀐 날을 적어 주세요. 그 뒤의 상담·과제·회의에서 알려 드립니다.')] : []),
    ...(status === 'merged' && successor === '' ? [warn('succeeded_by', '합병으로 이어받은 기업을 골라 주세요.')] : []),
    ...(successor !== '' && successor === id ? [warn('succeeded_by', '승계 기업이 이 기업 자신입니다. 이어받은 다른 기업을 골라 주세요.')] : []),
  ];
};
