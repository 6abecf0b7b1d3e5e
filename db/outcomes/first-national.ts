/** 첫 국가R&D (domain.md §21.1): ‘예’ only where the firm has no earlier R&D of the state, in whatever record of the firm it stands. */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { canonicalId, recordsOfBody } from '../identity/same-sql.ts';
import { organisation } from '../organisations/fields.ts';
import { supportedSql } from '../reports/task-rules.ts';
import { task } from '../tasks/fields.ts';
import { isRndSupport } from './rnd-support.ts';

/** An R&D task of the same firm that was decided before. */
export type EarlierTask = { id: string; title: string; task_no: string | null; decided_on: string; support_type: string | null; organisation_name: string | null };

export type FirstNational = {
  /** What the records say: `no` with anything earlier, `yes` for an R&D task without; null where the task is no R&D. */
  suggestion: 'yes' | 'no' | null;
  /** Led by the firm: these refuse ‘예’. */
  earlier: EarlierTask[];
  /** Where the firm only took part: worth a look, no refusal. */
  joined: EarlierTask[];
  /** The firm's record, and the year of its first national R&D as entered there. */
  firm: { id: string; name: string; year: number | null } | null;
  /** True when that year is before the task's. */
  isYearEarlier: boolean;
  /** Year of the task, offered to the firm whose year is empty. */
  year: number | null;
};

// Tasks are named by id, or SQLite walks all that were ever selected: a firm has few.
const earlierSql = (ids: string): string =>
  `SELECT t.id, t.title, t.task_no, t.decided_on, t.support_type, o.name AS organisation_name FROM task t LEFT JOIN organisation o ON o.id = t.lead_org
   WHERE t.id IN (${ids}) AND t.id <> :task AND +t.decided_on < :day AND ${supportedSql('t')} ORDER BY t.decided_on`;

/** What the system knows of a firm's R&D before a task. The task's day is its decision, before that its agreement, start or finding. */
export const firstNationalCheck = (read: Reader, id: string): FirstNational => {
  const row = read.get<{ lead_org: string | null; support_type: string | null; day: string | null }>(
    'SELECT lead_org, support_type, coalesce(decided_on, agreed_on, start_on, found_on) AS day FROM task WHERE id = ?', [id]);
  const bodies = row?.lead_org ? recordsOfBody(read, row.lead_org) : [];
  const found = (ids: string): EarlierTask[] => (row?.day ? read.all<EarlierTask>(earlierSql(ids), { task: id, day: row.day, bodies: JSON.stringify(bodies) }) : [])
    .filter((one) => isRndSupport(read, one.support_type));
  const earlier = found('SELECT k.id FROM task k WHERE k.lead_org IN (SELECT value FROM json_each(:bodies))');
  const joined = found("SELECT p.task FROM participant p WHERE p._del = 0 AND p.role <> 'subcontractor' AND p.organisation IN (SELECT value FROM json_each(:bodies))");
  const canonical = row?.lead_org ? canonicalId(read, row.lead_org) : null;
  const firms = read.all<{ id: string; name: string; year: number | null }>(
    'SELECT id, name, first_national_rnd_year AS year FROM organisation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY first_national_rnd_year IS NULL, first_national_rnd_year', [JSON.stringify(bodies)]);
  const own = firms.find((one) => one.id === canonical);
  const known = firms[0]?.year ?? null;
  const year = row?.day ? Number(row.day.slice(0, 4)) : null;
  const isYearEarlier = known !== null && year !== null && known < year;
  return {
    suggestion: earlier.length > 0 || isYearEarlier ? 'no' : isRndSupport(read, row?.support_type ?? null) ? 'yes' : null,
    earlier, joined, firm: own ? { ...own, year: known } : null, isYearEarlier, year,
  };
};

/** Why ‘예’ cannot stand; null when it can. */
export const whyNotFirst = (check: FirstNational): { value: string; message: string } | null => {
  const [first] = check.earlier;
  if (first) return { value: first.id, message: `첫 국가R&D가 아닙니다. ${first.organisation_name ?? '이 기업'}의 ‘${first.title}’${first.task_no ? `(${first.task_no})` : ''} 과제가 ${first.decided_on}에 먼저 선정되었습니다. ‘아니오’로 바꾸거나 그 과제를 확인해 주세요.` };
  if (check.isYearEarlier && check.firm) return { value: check.firm.id, message: `첫 국가R&D가 아닙니다. ${check.firm.name}의 첫 국가R&D 연도가 ${check.firm.year}년입니다. ‘아니오’로 바꾸거나 기업 정보의 연도를 고쳐 주세요.` };
  return null;
};

/**
 * Runs after a task was changed: ‘예’ is refused when the firm's own history says otherwise.
 * @throws Refusal `invalid` with field `first_national_rnd`; its value is the id of the earlier task, or of the firm whose year is earlier
 */
export const checkFirstNational = (tx: Tx, id: string, patch: { first_national_rnd?: string | null }): void => {
  if (patch.first_national_rnd !== 'yes') return;
  const why = whyNotFirst(firstNationalCheck(tx.read, id));
  if (why) throw new Refusal('invalid', why.message, [{ field: 'first_national_rnd', ...why }]);
};

/** Sets the answer and, where asked and still empty, the firm's own year. @throws Refusal `invalid`, `not-found` */
export const setFirstNational = (tx: Tx, id: string, value: 'yes' | 'no' | 'unknown' | null, fillsYear: boolean): void => {
  tx.change(task, id, { first_national_rnd: value });
  checkFirstNational(tx, id, { first_national_rnd: value });
  const { firm, year } = firstNationalCheck(tx.read, id);
  if (fillsYear && value === 'yes' && firm && firm.year === null && year !== null) tx.change(organisation, firm.id, { first_national_rnd_year: year });
};
