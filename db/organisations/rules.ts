/** What must hold between the fields of an organisation, at every door: form, list, paste and import alike. */
import type { Problem } from '../errors.ts';
import type { Cell } from '../kernel/field.ts';
import { businessNumberFault, formatBusinessNumber } from '../korean/identifiers.ts';
import { industryCodeFault, splitIndustryCode } from '../reference/industries.ts';

type Seen<Name extends string> = Readonly<Record<Name, Cell>>;

/** The reason an import gives for a number nobody has looked at; the number stays listed as a warning. */
export const importedReason = '가져온 값';

/** A 사업자등록번호 whose sum fails stands only with a reason: a paper certificate may say so (domain.md §14.1). */
export const businessNumberStands = ({ business_no: number, business_no_reason: reason }: Seen<'business_no' | 'business_no_reason'>): Problem | null =>
  (typeof number !== 'string' || typeof reason === 'string' || businessNumberFault(number) !== 'sum' ? null : {
    field: 'business_no', value: number,
    message: `사업자등록번호 ${formatBusinessNumber(number)}: 검증번호가 맞지 않습니다. 번호를 고치거나, 사업자등록증으로 확인했으면 사유를 적으세요.`,
  });

/** A code that no revision has. */
export const industryCodeStands = ({ industry_code: code, industry_revision: revision }: Seen<'industry_code' | 'industry_revision'>): Problem | null => {
  const fault = typeof code === 'string' ? industryCodeFault(splitIndustryCode(code).code, typeof revision === 'number' ? revision : null) : null;
  return fault === null ? null : { field: 'industry_code', value: code, message: `업종코드: ${fault}` };
};
