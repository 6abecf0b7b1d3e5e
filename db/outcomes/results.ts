/** 연도별 성과: one row per task and calendar year, typed like a sheet. */
import { Refusal, type Problem } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { performance } from './fields.ts';

type Performance = Values<typeof performance.fields>;
/** The figures of one year, without the task and the year they belong to. */
export type YearFigures = Omit<Performance, 'task' | 'year'>;
export type YearPatch = { year: number; patch: Partial<YearFigures>; was?: Partial<YearFigures> | undefined };
export type YearLine = { id: string; year: number } & YearFigures;

const figures = ['is_commercialised', 'sales', 'exports_usd', 'new_jobs', 'cost_saving', 'memo'] as const satisfies readonly (keyof YearFigures)[];

/** SQL condition of a year that counts as entered: any figure, a zero too, or a word why there is none. */
export const isEnteredSql = (alias: string): string => `${alias}._del = 0 AND coalesce(${figures.map((name) => `${alias}.${name}`).join(', ')}) IS NOT NULL`;

/** Years entered for a task, oldest first. */
export const yearsOf = (read: Reader, task: string): YearLine[] =>
  read.all<YearLine>(`SELECT p.id, p.year, ${figures.map((name) => `p.${name}`).join(', ')} FROM performance p WHERE p.task = ? AND ${isEnteredSql('p')} ORDER BY p.year`, [task]);

export type Totals = { years: number; isCommercialised: boolean; sales: number; exports_usd: number; new_jobs: number; cost_saving: number };

/** Sums over years; a figure nobody entered adds nothing. Commercialised = in any year. */
export const totalsOf = (lines: readonly YearFigures[]): Totals => {
  const sum = (name: 'sales' | 'exports_usd' | 'new_jobs' | 'cost_saving'): number => lines.reduce((total, line) => total + (line[name] ?? 0), 0);
  return { years: lines.length, isCommercialised: lines.some((line) => line.is_commercialised === 1), sales: sum('sales'), exports_usd: sum('exports_usd'), new_jobs: sum('new_jobs'), cost_saving: sum('cost_saving') };
};

/** Why a year can have no results of this task; null when it can. */
const wrongYear = (year: number, firstYear: number, thisYear: number): Problem | null => {
  if (year < firstYear) return { field: `${year}.year`, value: year, message: `${year}년은 과제를 시작하기 전입니다. ${firstYear}년부터 입력해 주세요.` };
  return year > thisYear ? { field: `${year}.year`, value: year, message: `${year}년은 아직 오지 않았습니다. ${thisYear}년까지 입력할 수 있습니다.` } : null;
};

/**
 * Writes figures of one or several years; a year without any figure left is taken out.
 * @throws Refusal `not-found`, `invalid` (a year before the task or one to come; details by `<year>.<field>`), `conflict`
 */
export const setYears = (tx: Tx, task: string, changes: readonly YearPatch[]): void => {
  const begun = tx.read.get<{ on: string | null }>('SELECT coalesce(start_on, agreed_on, decided_on, found_on) AS "on" FROM task WHERE id = ? AND _del = 0', [task]);
  if (!begun) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const wrong = changes.flatMap(({ year }) => wrongYear(year, Number((begun.on ?? '2000').slice(0, 4)), Number(tx.today.slice(0, 4))) ?? []);
  if (wrong[0]) throw new Refusal('invalid', wrong[0].message, wrong);
  for (const { year, patch, was } of changes) {
    const id = relationId('performance', task, String(year));
    const stands = tx.read.value<number>('SELECT _del FROM performance WHERE id = ?', [id]);
    // A year that was taken out comes back empty, not with the figures it had.
    if (stands === 0) tx.change(performance, id, patch, was);
    else tx.create(performance, { ...Object.fromEntries(figures.map((name) => [name, null])), ...patch, task, year }, id);
    if (tx.read.value<number>(`SELECT 1 FROM performance p WHERE p.id = ? AND ${isEnteredSql('p')}`, [id]) === undefined) tx.remove(performance, id);
  }
};
