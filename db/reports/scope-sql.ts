/** What tasks, clusters and memberships are narrowed by, as SQL. Written names of hubs and provinces are told by their codes. */
import { complexes, economicRegions } from '../reference/complexes.ts';
import { provinces } from '../reference/provinces.ts';
import { provinceNumberOfCode } from '../facts/fact-sql.ts';
import type { ScopeSql } from './indicator.ts';
import type { ScopeKind } from './table-types.ts';

type Scopes = Readonly<Partial<Record<ScopeKind, ScopeSql>>>;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const cases = (column: string, codes: readonly (readonly [code: string, names: readonly string[]])[], otherwise: string): string =>
  `CASE ${column} ${codes.flatMap(([code, names]) => [...new Set([code, ...names])].map((name) => `WHEN ${quoted(name)} THEN ${quoted(code)}`)).join(' ')} ELSE ${otherwise} END`;

/** Code of the complex whose code or name stands in the column, else the text; '' when empty. */
export const hubCodeSql = (column: string): string =>
  cases(`trim(coalesce(${column}, ''))`, complexes.map((complex) => [complex.code, [complex.ko, ...complex.aliases]]), `trim(coalesce(${column}, ''))`);

/** Code of the economic region of the complex in the column, else ''. */
export const regionCodeSql = (column: string): string =>
  cases(`trim(coalesce(${column}, ''))`, economicRegions.map((region) => [region.code, complexes.filter((complex) => complex.region === region.code).flatMap((complex) => [complex.code, complex.ko, ...complex.aliases])]), "''");

/** Code of the province by any name it has had, else the text; '' when empty. */
export const provinceSql = (column: string): string =>
  cases(`trim(coalesce(${column}, ''))`, provinces.map((province) => [province.code, [province.ko, ...province.names.map(({ name }) => name)]]), `trim(coalesce(${column}, ''))`);

const clustersIn = (codeSql: (column: string) => string) => (link: string) => (wanted: string): string => `${link} IN (SELECT sc.id FROM mini_cluster sc WHERE ${codeSql('sc.hub')} = ${wanted})`;

/** By the mini-cluster a row points to. */
const byCluster = (link: string): Scopes => ({ cluster: `coalesce(${link}, '')`, hub: clustersIn(hubCodeSql)(link), region: clustersIn(regionCodeSql)(link) });

/** Tasks: hub and region by their mini-cluster, province by their lead firm. */
export const taskScopes = (alias: string): Scopes => ({
  ...byCluster(`${alias}.cluster`),
  office: `coalesce(${alias}.office, '')`, coordinator: `coalesce(${alias}.coordinator, '')`, supportType: `coalesce(${alias}.support_type, '')`,
  province: (wanted) => `${alias}.lead_org IN (SELECT so.id FROM organisation so WHERE ${provinceSql('so.province')} = ${wanted})`,
});

/** Mini-clusters, and what belongs to one of them. */
export const clusterScopes = (link: string): Scopes => byCluster(link);

/** SQL of the row number asked for against a column; no record has the id '', so that '' finds what names none. */
const numberOf = (target: string) => (column: string) => (wanted: string): string => `${column} IS (SELECT sn.n FROM ${target} sn WHERE sn.id = ${wanted})`;

const clusterNumbersIn = (codeSql: (column: string) => string) => (column: string) => (wanted: string): string => `${column} IN (SELECT sc.n FROM mini_cluster sc WHERE ${codeSql('sc.hub')} = ${wanted})`;

/** What names a mini-cluster by its row number. No record has the id '', so that '' finds what names none. */
export const clusterFactScopes = (column: string): Scopes => ({ cluster: numberOf('mini_cluster')(column), hub: clusterNumbersIn(hubCodeSql)(column), region: clusterNumbersIn(regionCodeSql)(column) });

/** People by their row number. */
export const personNumber = numberOf('person');

export const provinceFact = (alias: string) => (wanted: string): string => `${alias}.province = ${provinceNumberOfCode(wanted)}`;

/** Facts of tasks, as `taskScopes` of the records. */
export const taskFactScopes = (alias: string): Scopes => ({
  ...clusterFactScopes(`${alias}.cluster`), office: `${alias}.office`, coordinator: personNumber(`${alias}.coordinator`), supportType: `${alias}.support_type`, province: provinceFact(alias),
});
