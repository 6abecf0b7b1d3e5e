/** What fact tables say in numbers instead of ids, and how it is told back. */
import { canonicalOf } from '../identity/same-sql.ts';
import { provinces } from '../reference/provinces.ts';

/**
 * The row number of the record that stands for the body of `link`. A body whose record has not arrived is told apart by the
 * first record that names it: minus the smallest `n` in `table`, whose index over the link finds it.
 */
export const firmKey = (table: string, alias: string, link: string): string =>
  `coalesce((SELECT fo.n FROM organisation fo WHERE fo.id = ${canonicalOf(`${alias}.${link}`)}), -(SELECT min(fx.n) FROM ${table} fx WHERE fx.${link} = ${alias}.${link}))`;

/** The id behind a firm's key. */
export const firmId = (table: string, link: string, key: string): string =>
  `CASE WHEN ${key} > 0 THEN (SELECT fo.id FROM organisation fo WHERE fo.n = ${key}) ELSE (SELECT fx.${link} FROM ${table} fx WHERE fx.n = -${key}) END`;

/** Row number of the record a link names; null where it names none, 0 while the record has not arrived. */
export const keyOf = (target: string, link: string): string => `CASE WHEN ${link} IS NULL THEN NULL ELSE coalesce((SELECT fk.n FROM ${target} fk WHERE fk.id = ${link}), 0) END`;

/** The id of the record of a fact. */
export const idOf = (table: string, alias: string): string => `(SELECT fr.id FROM ${table} fr WHERE fr.n = ${alias}.n)`;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const provinceCases = (column: string, names: (province: (typeof provinces)[number]) => readonly string[]): string =>
  `CASE ${column} ${provinces.flatMap((province) => [...new Set(names(province))].map((name) => `WHEN ${quoted(name)} THEN ${province.statisticsCode}`)).join(' ')} ELSE 0 END`;

/** Number of the province a text names, by any name it has had; 0 when unknown or empty. */
export const provinceNumber = (column: string): string => provinceCases(column, (province) => [province.code, province.ko, ...province.names.map(({ name }) => name)]);

/** Number of a province's code, for the value a report is narrowed to. */
export const provinceNumberOfCode = (column: string): string => provinceCases(column, (province) => [province.code]);

/** Province of the record that is linked, else of the record that stands for its body. */
export const provinceOfFirm = (link: string): string =>
  provinceNumber(`(SELECT trim(coalesce(nullif(po.province, ''), (SELECT pc.province FROM organisation pc WHERE pc.id = ${canonicalOf(link)}), '')) FROM organisation po WHERE po.id = ${link})`);

/** Records whose link names one of the ids in `?`, or another record of the same body. */
export const rowsOfBodies = (table: string, link: string): string =>
  `SELECT n FROM ${table} WHERE ${link} IN (SELECT coalesce(other.id, one.value) FROM json_each(?) one LEFT JOIN organisation_same own ON own.id = one.value LEFT JOIN organisation_same other ON other.canonical = own.canonical)`;

/** Records whose link names one of the ids in `?`. */
export const rowsNaming = (table: string, link: string): string => `SELECT n FROM ${table} WHERE ${link} IN (SELECT value FROM json_each(?))`;
