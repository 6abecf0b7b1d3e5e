/** Putting a line aside: it is out of the queue until a day, or until somebody takes it back. It says nothing about the record itself. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { putAside } from './fields.ts';
import { qualityRules } from './rules.ts';
import type { Found } from './rule.ts';

/** Which line is meant. */
export type LineName = { rule: string; record: string; field: string | null };
export type Aside = { reason: string; until_on: string | null };

const idOf = ({ rule, record, field }: LineName): string => relationId('put_aside', rule, record, field);

/** @throws Refusal `invalid` (no reason, a day that is past), `not-found` (no such rule) */
export const putLineAside = (tx: Tx, line: LineName, { reason, until_on }: Aside): void => {
  if (!qualityRules.some((rule) => rule.code === line.rule)) throw new Refusal('not-found', '그런 점검 항목이 없습니다. 화면을 새로 열어 주세요.', [{ field: 'rule', value: line.rule, message: line.rule }]);
  if (until_on !== null && until_on < tx.today) {
    const message = `언제까지: 지난 날(${until_on})입니다. 오늘이나 그 뒤로 정하거나 비워 두세요.`;
    throw new Refusal('invalid', message, [{ field: 'until_on', value: until_on, message }]);
  }
  tx.create(putAside, { ...line, reason, until_on }, idOf(line));
};

/** Brings a line back. @throws Refusal `not-found` */
export const takeLineBack = (tx: Tx, line: LineName): void => tx.remove(putAside, idOf(line));

/** Ids of records of which a line of the rule is put aside on a day. */
export const asideRecords = (read: Reader, today: string, rule: string): string[] =>
  read.column<string>('SELECT DISTINCT record FROM put_aside WHERE _del = 0 AND rule = ? AND (until_on IS NULL OR until_on >= ?)', [rule, today]);

/** What is put aside on a day; asked by rule, record and field. */
export const asideOn = (read: Reader, today: string): ((rule: string, line: Found) => Aside | null) => {
  const rows = read.all<LineName & Aside>('SELECT rule, record, field, reason, until_on FROM put_aside WHERE _del = 0 AND (until_on IS NULL OR until_on >= ?)', [today]);
  const key = ({ rule, record, field }: LineName): string => `${rule} ${record} ${field ?? ''}`;
  const byLine = new Map(rows.map(({ reason, until_on, ...line }) => [key(line), { reason, until_on }]));
  return (rule, { at }) => byLine.get(key({ rule, record: at.id, field: at.field })) ?? null;
};
