/** 회비: what each member of a year owes and has paid. A member of the year is one who was a member on any of its days. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { dues } from './fields.ts';
import { memberKey } from './members-on.ts';

export type DuesLine = {
  /** Person, or organisation for one that is a member as such. */
  member: string;
  isOrganisation: boolean;
  name: string;
  organisation_name: string | null;
  kind: string | null;
  /** False for one who paid without being a member in that year. */
  isMember: boolean;
  joined_on: string | null;
  left_on: string | null;
  owed: number | null;
  paid: number | null;
  paid_on: string | null;
};

export type DuesSheet = { year: number; lines: DuesLine[]; totals: { members: number; owed: number; paid: number; unpaid: number; unpaidMembers: number } };

/** Won a member still has to pay; overpaying one year pays for nobody else. */
export const unpaidOf = (line: Pick<DuesLine, 'owed' | 'paid'>): number => Math.max(0, (line.owed ?? 0) - (line.paid ?? 0));

/** Members and payers of a year, by organisation and name. */
export const duesOf = (read: Reader, cluster: string, year: number): DuesSheet => {
  const rows = read.all<Omit<DuesLine, 'isOrganisation' | 'isMember'> & { is_person: number; is_member: number }>(
    `WITH one AS (
       SELECT ${memberKey('m')} AS member, m.person IS NOT NULL AS is_person, m.organisation, m.kind, min(m.joined_on) AS joined_on,
         CASE WHEN max(m.left_on IS NULL) = 1 THEN NULL ELSE max(m.left_on) END AS left_on, 1 AS is_member
       FROM membership m WHERE m.cluster = :cluster AND m._del = 0 AND m.joined_on <= :year || '-12-31' AND (m.left_on IS NULL OR m.left_on >= :year || '-01-01') GROUP BY 1),
     all_ AS (SELECT * FROM one UNION ALL
       SELECT coalesce(d.person, d.organisation), d.person IS NOT NULL, d.organisation, NULL, NULL, NULL, 0 FROM dues d
       WHERE d.cluster = :cluster AND d.year = :year AND d._del = 0 AND coalesce(d.person, d.organisation) NOT IN (SELECT member FROM one WHERE member IS NOT NULL))
     SELECT a.member, a.is_person, a.is_member, CASE WHEN a.is_person THEN p.name ELSE o.name END AS name, CASE WHEN a.is_person THEN o.name END AS organisation_name, a.kind, a.joined_on, a.left_on, d.owed, d.paid, d.paid_on
     FROM all_ a LEFT JOIN person p ON p.id = a.member AND a.is_person LEFT JOIN organisation o ON o.id = coalesce(a.organisation, CASE WHEN a.is_person THEN p.organisation ELSE a.member END)
     LEFT JOIN dues d ON d.cluster = :cluster AND d.year = :year AND d._del = 0 AND coalesce(d.person, d.organisation) = a.member
     GROUP BY a.member ORDER BY o.name IS NULL, o.name, name`, { cluster, year });
  const lines = rows.map(({ is_person, is_member, ...line }): DuesLine => ({ ...line, name: line.name ?? '(상위 기록 미도착)', isOrganisation: is_person === 0, isMember: is_member === 1 }));
  const sum = (of: (line: DuesLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  return { year, lines, totals: { members: lines.filter((line) => line.isMember).length, owed: sum((line) => line.owed ?? 0), paid: sum((line) => line.paid ?? 0), unpaid: sum(unpaidOf), unpaidMembers: lines.filter((line) => unpaidOf(line) > 0).length } };
};

export const duesQuery = query('cluster.dues', (read, input: { id: string; year: number }): DuesSheet => duesOf(read, input.id, input.year));

type Cells = { owed?: number | null; paid?: number | null; paid_on?: string | null };
export type DuesChange = { member: string; isOrganisation: boolean; patch: Cells; was?: Cells | undefined };

/**
 * Cells of the sheet. A line with nothing left in it is taken away; money without a day is paid today, in the year that runs.
 * @throws Refusal `conflict` when a cell has changed since its author saw it, `invalid`
 */
export const setDues = (tx: Tx, cluster: string, year: number, changes: readonly DuesChange[]): void => {
  for (const { member, isOrganisation, patch, was } of changes) {
    const id = relationId('dues', cluster, member, String(year));
    const now = tx.read.get<Required<Cells>>('SELECT owed, paid, paid_on FROM dues WHERE id = ? AND _del = 0', [id]) ?? { owed: null, paid: null, paid_on: null };
    for (const [name, seen] of Object.entries(was ?? {}) as [keyof Cells, Cells[keyof Cells]][]) {
      if (name in patch && now[name] !== seen && now[name] !== patch[name]) throw new Refusal('conflict', '그사이 다른 곳에서 값이 바뀌었습니다. 두 값을 보고 골라 주세요.', [{ field: name, value: now[name], message: `${dues.fields[name].ko}: 지금 저장된 값은 “${now[name] ?? '(빈 값)'}”입니다.` }]);
    }
    const next = { ...now, ...patch };
    if ('paid' in patch && patch.paid !== null && (patch.paid ?? 0) > 0 && next.paid_on === null && tx.today.startsWith(String(year))) next.paid_on = tx.today;
    if (next.paid === null) next.paid_on = null;
    if (next.owed === null && next.paid === null) { if (tx.read.value<number>('SELECT 1 FROM dues WHERE id = ? AND _del = 0', [id]) === 1) tx.remove(dues, id); continue; }
    const organisation = isOrganisation ? member : tx.read.value<string>('SELECT organisation FROM membership WHERE cluster = ? AND person = ? AND _del = 0 ORDER BY joined_on DESC LIMIT 1', [cluster, member]) ?? null;
    tx.create(dues, { cluster, person: isOrganisation ? null : member, organisation, year, ...next }, id);
  }
};

/** Sets what members of the year owe where nothing stands yet. @returns how many */
export const chargeAll = (tx: Tx, cluster: string, year: number, owed: number): number => {
  const lines = duesOf(tx.read, cluster, year).lines.filter((line) => line.isMember && line.owed === null);
  setDues(tx, cluster, year, lines.map(({ member, isOrganisation }) => ({ member, isOrganisation, patch: { owed } })));
  return lines.length;
};
