/** 연도별 현황: the figures of a firm by year with their growth, typed as a small sheet. */
import { isSameBody } from '../identity/same-sql.ts';
import { allOrNone } from '../kernel/all-or-none.ts';
import { relationId } from '../kernel/id.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { figureFields, type FigureName } from './choices.ts';
import { changeOrganisation } from './change.ts';
import { firmYear } from './fields.ts';
import { growthBetween, type Growth } from './growth.ts';

export type YearFigures = { year: number } & Record<FigureName, number | null> & { source: string | null };

export type Figures = {
  /** Oldest first. */
  years: (YearFigures & { growth: Record<FigureName, Growth | null> })[];
  /** From the first known figure to the last one. */
  whole: Record<FigureName, Growth | null>;
};

/** New figures of one year, with those their author saw. All empty takes the year away. */
export type FiguresChange = { year: number; values: Partial<Record<FigureName, number | null>> & { source?: string | null }; was?: Partial<Record<FigureName, number | null>> | undefined };

/** Years of the body: a figure the record itself does not have is taken from another record of the same body. */
const yearsOf = (read: Reader, id: string): YearFigures[] => {
  const byYear = new Map<number, YearFigures>();
  for (const row of read.all<YearFigures>(
    `SELECT year, ${figureFields.join(', ')}, source FROM firm_year WHERE ${isSameBody('organisation', ':id')} AND _del = 0 AND year IS NOT NULL ORDER BY year, organisation <> :id, n`, { id })) {
    const known = byYear.get(row.year);
    byYear.set(row.year, known ? { year: row.year, ...perFigure((name) => known[name] ?? row[name]), source: known.source ?? row.source } : row);
  }
  return [...byYear.values()];
};

const perFigure = <T>(of: (name: FigureName) => T): Record<FigureName, T> =>
  ({ employees: of('employees'), sales: of('sales'), exports_usd: of('exports_usd'), rnd_cost: of('rnd_cost') });

/** The panel of one firm. */
export const figuresOf = (read: Reader, id: string): Figures => {
  const years = yearsOf(read, id);
  const known = perFigure((name) => years.flatMap((one) => (one[name] === null ? [] : [{ year: one.year, value: one[name] }])));
  return {
    years: years.map((one) => ({
      ...one,
      growth: perFigure((name) => {
        const now = one[name];
        const before = known[name].findLast((other) => other.year < one.year);
        return now === null || !before ? null : growthBetween(before, { year: one.year, value: now });
      }),
    })),
    whole: perFigure((name) => {
      const [first, last] = [known[name][0], known[name].at(-1)];
      return first && last && last.year > first.year ? growthBetween(first, last) : null;
    }),
  };
};

export const organisationFigures = query('organisation.figures', (read, { id }: { id: string }) => figuresOf(read, id));

/** End of a year, or today while the year runs: the day its figures are of. */
const dayOfFigures = (year: number, today: string): string => (`${year}-12-31` < today ? `${year}-12-31` : today);

/** The newest figures, when just written, are those of the firm itself, unless it has later ones of its own. */
const carryNewest = (tx: Tx, id: string, changes: readonly FiguresChange[]): void => {
  const own = tx.read.get<{ employees: number | null; employees_on: string | null; sales: number | null }>('SELECT employees, employees_on, sales FROM organisation WHERE id = ? AND _del = 0', [id]);
  if (!own) return;
  const years = yearsOf(tx.read, id).filter((one) => one.year <= Number(tx.today.slice(0, 4)));
  const newest = (name: FigureName): YearFigures | undefined => {
    const found = years.findLast((one) => one[name] !== null);
    return changes.some((change) => change.year === found?.year && name in change.values) ? found : undefined;
  };
  const counted = newest('employees');
  const sold = newest('sales');
  const day = counted ? dayOfFigures(counted.year, tx.today) : '';
  const isLatest = counted && (own.employees_on === null || own.employees_on <= day || own.employees_on.startsWith(`${counted.year}-`));
  changeOrganisation(tx, id, {
    ...(counted && isLatest ? { employees: counted.employees, employees_on: day } : {}),
    ...(sold ? { sales: sold.sales } : {}),
  });
};

/**
 * Writes cells of the sheet: all of them or none. The newest year becomes the firm's own figures.
 * @throws Refusal `invalid` and `conflict`, each detail's field is `<year>.<field>`
 */
export const saveFigures = (tx: Tx, id: string, changes: readonly FiguresChange[]): void => {
  allOrNone(changes, ({ year, values, was }) => {
    const row = relationId('firm_year', id, String(year));
    const stands = tx.read.get<Record<FigureName, number | null> & { _del: number }>('SELECT * FROM firm_year WHERE id = ?', [row]);
    if (stands?._del === 0) tx.change(firmYear, row, values, was);
    else if (figureFields.some((name) => (values[name] ?? null) !== null)) tx.create(firmYear, { ...perFigure(() => null), source: null, ...values, organisation: id, year }, row);
    const now = tx.read.get<YearFigures & { _del: number }>('SELECT * FROM firm_year WHERE id = ?', [row]);
    if (now?._del === 0 && figureFields.every((name) => now[name] === null)) tx.remove(firmYear, row);
  }, {
    named: (problem, { year }) => ({ ...problem, field: `${year}.${problem.field}`, message: `${year}년 ${problem.message}` }),
    told: (_years, cells) => `${cells}칸을 넣을 수 없어 아무것도 바꾸지 않았습니다.`,
    mayConflict: true,
  });
  carryNewest(tx, id, changes);
};
