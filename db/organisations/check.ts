/** What deserves a look before an organisation is saved: none of it stops anybody, because numbers are mistyped and names repeat. */
import type { Cell } from '../kernel/field.ts';
import { parseBusinessNumber, parseCorporateNumber } from '../korean/identifiers.ts';
import { lookAlikes } from '../identity/look-alikes.ts';
import type { Reader } from '../kernel/reader.ts';
import { industryWarnings, numberWarnings, statusWarnings, type Warning } from './check-fields.ts';

export type { Warning };

type Other = Warning['others'][number];

/** As many others as one can compare by eye. */
const most = 5;

const others = (read: Reader, condition: string, value: string, own: string): Other[] =>
  read.all<Other>(`SELECT id, name, coalesce(address, trim(coalesce(province, '') || ' ' || coalesce(district, ''))) AS address FROM organisation
    WHERE ${condition} = ? AND id <> ? AND _del = 0 AND merged_into IS NULL ORDER BY n LIMIT ?`, [value, own, most]);

const withPlace = (found: readonly Other[]): string => found.map((one) => (one.address ? `${one.name} (${one.address})` : one.name)).join(', ');

const sameNumber = (read: Reader, field: 'business_no' | 'corporate_no', written: Cell | undefined, own: string): Warning[] => {
  const isBusiness = field === 'business_no';
  const digits = typeof written === 'string' ? (isBusiness ? parseBusinessNumber(written) : parseCorporateNumber(written)) : null;
  const same = digits === null ? [] : others(read, field, digits, own);
  return same.length === 0 ? [] : [{ field, message: `같은 ${isBusiness ? '사업자등록번호' : '법인등록번호'}를 쓰는 기록이 있습니다: ${withPlace(same)}`, others: same }];
};

/** Bodies this may be, by name, address, telephone and numbers together, each with why; those named for their number already are left out. */
const alike = (read: Reader, values: Readonly<Record<string, Cell | undefined>>, id: string, named: ReadonlySet<string>): Warning[] => {
  const found = lookAlikes(read, values, id).filter((one) => !named.has(one.id));
  if (found.length === 0) return [];
  const inWords = found.map(({ name, address, reasons }) => `${name}${address ? ` (${address})` : ''}: ${reasons.filter(({ points }) => points >= 0).map(({ ko }) => ko).join(', ')}`).join(' / ');
  return [{ field: 'name', message: `같은 곳일 수 있는 기록이 있습니다. ${inWords}. 같은 곳이면 새로 만들지 말고 그 기록을 여세요.`, others: found.map(({ id: other, name, address }) => ({ id: other, name, address })) }];
};

/**
 * Warnings about written values (domain.md §14.1, §14.2, §14.5, §14.10): a failed check digit, the same number elsewhere, a record that
 * looks like the same body, a code of an unknown or later revision, a state without a day.
 * @param id the record itself, when it exists already
 */
export const checkOrganisation = (read: Reader, values: Readonly<Record<string, Cell | undefined>>, id = ''): Warning[] => {
  const numbers = [...sameNumber(read, 'business_no', values['business_no'], id), ...sameNumber(read, 'corporate_no', values['corporate_no'], id)];
  return [
    ...alike(read, values, id, new Set(numbers.flatMap(({ others: same }) => same.map((one) => one.id)))),
    ...numberWarnings(values),
    ...numbers,
    ...industryWarnings(read, values, id),
    ...statusWarnings(values, id),
  ];
};
