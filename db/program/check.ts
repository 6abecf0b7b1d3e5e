/** What the door cannot see in one record: two rules of an office that speak about the same days. */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';

const forever = '9999-12-31';
const until = (day: string | null): string => (day === null ? '계속' : `${day}까지`);

type Period = Readonly<{ valid_from: string; valid_until: string | null }>;
type Other = Period & Readonly<{ id: string; name: string }>;

const overlapping = (read: Reader, sql: string, period: Period, id: string, more: Readonly<Record<string, string>> = {}): Other | undefined =>
  read.get<Other>(`SELECT id, name, valid_from, valid_until FROM ${sql} AND _del = 0 AND id <> :id AND valid_from <= :until AND coalesce(valid_until, '${forever}') >= :from ORDER BY valid_from LIMIT 1`,
    { id, from: period.valid_from, until: period.valid_until ?? forever, ...more });

const refuse = (ko: string, other: Other): never => {
  const message = `적용 시작: 이미 ‘${other.name}’ ${ko}이 ${other.valid_from}부터 ${until(other.valid_until)} 있습니다. 그 규칙의 적용 끝을 먼저 정하거나 그 규칙을 고쳐 주세요.`;
  throw new Refusal('invalid', message, [{ field: 'valid_from', value: other.valid_from, message }]);
};

/** One support type has one rule on a day. @throws Refusal `invalid` */
export const refuseOverlappingSupport = (read: Reader, rule: Period & Readonly<{ code: string }>, id: string): void => {
  const other = overlapping(read, 'support_rule WHERE code = :code', rule, id, { code: rule.code });
  if (other) refuse('유형의 규칙', other);
};

/** On a day one period rule holds. @throws Refusal `invalid` */
export const refuseOverlappingPeriod = (read: Reader, rule: Period, id: string): void => {
  const other = overlapping(read, 'period_rule WHERE 1', rule, id);
  if (other) refuse('기간 규칙', other);
};

/** Support types are chosen by name: on the days of the rule no other open type may bear it. `others` are the types open on its first day. @throws Refusal `invalid` */
export const refuseSameName = (others: readonly Readonly<{ code: string; name: string }>[], rule: Readonly<{ code: string; name: string }>): void => {
  const other = others.find((one) => one.code !== rule.code && one.name.replace(/\s/g, '') === rule.name.replace(/\s/g, ''));
  if (!other) return;
  const message = `지원유형: ‘${other.name}’이라는 유형이 이미 있습니다. 그 유형을 고치거나 다른 이름을 써 주세요.`;
  throw new Refusal('invalid', message, [{ field: 'name', value: rule.name, message }]);
};
