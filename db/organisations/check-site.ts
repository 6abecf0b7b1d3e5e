/** What deserves a look at the factory number of a site: none of it stops anybody. */
import type { Cell } from '../kernel/field.ts';
import { factoryNumberFault, formatFactoryNumber } from '../korean/identifiers.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Warning } from './check.ts';

const most = 5;

/**
 * Warnings about a written 공장관리번호 (domain.md §14.3): not 15 digits, rounded by a spreadsheet, or the number of another firm.
 * @param id the site itself, when it exists already
 */
export const checkSite = (read: Reader, values: Readonly<Record<string, Cell | undefined>>, id = ''): Warning[] => {
  const number = values['factory_no'];
  if (typeof number !== 'string' || number === '') return [];
  const fault = factoryNumberFault(number);
  // A number written as a power is refused by the field itself.
  if (fault === 'exponent') return [];
  const digits = number.normalize('NFKC').replace(/[\s\-–—.]/g, '');
  const others = read.all<Warning['others'][number]>(
    `SELECT DISTINCT o.id, o.name, coalesce(o.address, '') AS address FROM site s JOIN organisation o ON o.id = s.organisation AND o._del = 0
     WHERE s.factory_no = ? AND s._del = 0 AND s.id <> ? AND s.organisation IS NOT ? ORDER BY o.n LIMIT ?`, [digits, id, values['organisation'] ?? null, most]);
  return [
    ...(fault === 'length' ? [{ field: 'factory_no', message: '공장관리번호는 숫자 15자리입니다. 공장등록증과 대조해 주세요.', others: [] }] : []),
    ...(fault === 'zeros' ? [{ field: 'factory_no', message: `${formatFactoryNumber(digits)}: 끝이 0으로만 채워져 있습니다. 엑셀이 줄인 번호일 수 있습니다. 원본에서 열을 텍스트로 바꾸어 다시 저장한 파일과 대조해 주세요.`, others: [] }] : []),
    ...(others.length > 0 ? [{ field: 'factory_no', message: `같은 공장관리번호를 쓰는 다른 기업이 있습니다: ${others.map((one) => one.name).join(', ')}`, others }] : []),
  ];
};
