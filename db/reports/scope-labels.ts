/** The words of what a report is narrowed to, and what there is to choose from. */
import type { Reader } from '../kernel/reader.ts';
import { complexOf, economicRegions } from '../reference/complexes.ts';
import { provinces } from '../reference/provinces.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import { hubCodeSql } from './scope-sql.ts';
import type { ReportScope, ScopeKind } from './table-types.ts';

export const scopeWords: Readonly<Record<ScopeKind, string>> = {
  office: '지사', region: '광역경제권', hub: '거점단지', cluster: '미니클러스터', coordinator: '코디네이터', supportType: '지원유형', province: '시도',
};

/** In the order in which they are said and offered. */
export const scopeKinds: readonly ScopeKind[] = ['office', 'region', 'hub', 'cluster', 'coordinator', 'supportType', 'province'];

const none = '(적지 않음)';
const missing = '(상위 기록 미도착)';

const labelOf = (read: Reader, kind: ScopeKind, code: string): string => {
  if (code === '') return none;
  if (kind === 'region') return economicRegions.find((region) => region.code === code)?.ko ?? code;
  if (kind === 'hub') return complexOf(code)?.ko ?? code;
  if (kind === 'province') return provinces.find((province) => province.code === code)?.ko ?? code;
  if (kind === 'supportType') return supportTypeLabel(code);
  if (kind === 'cluster') return read.value<string>('SELECT name FROM mini_cluster WHERE id = ?', [code]) ?? missing;
  if (kind === 'coordinator') return read.value<string>('SELECT name FROM person WHERE id = ?', [code]) ?? missing;
  return code;
};

export const scopeLabels = (read: Reader, scope: ReportScope): { kind: ScopeKind; code: string; label: string }[] =>
  scopeKinds.flatMap((kind) => {
    const code = scope[kind];
    return code === undefined ? [] : [{ kind, code, label: labelOf(read, kind, code) }];
  });

export type ScopeOptions = readonly { kind: ScopeKind; ko: string; options: readonly { code: string; label: string }[] }[];

const named = (read: Reader, kind: ScopeKind, codes: readonly string[]) => codes.map((code) => ({ code, label: labelOf(read, kind, code) }));

/** Codes there is something of, by their words. */
export const scopeOptions = (read: Reader): ScopeOptions => {
  const distinct = (sql: string): string[] => read.column<string>(sql);
  const options: Record<ScopeKind, { code: string; label: string }[]> = {
    office: named(read, 'office', distinct("SELECT office FROM account WHERE office > '' AND _del = 0 UNION SELECT DISTINCT office FROM task WHERE office > '' AND _del = 0 ORDER BY 1")),
    region: economicRegions.map(({ code, ko }) => ({ code, label: ko })),
    hub: named(read, 'hub', distinct(`SELECT DISTINCT ${hubCodeSql('c.hub')} FROM mini_cluster c WHERE c._del = 0 AND c.hub > '' ORDER BY 1`)),
    cluster: read.all("SELECT id AS code, coalesce(name, '') AS label FROM mini_cluster WHERE _del = 0 ORDER BY name, id"),
    coordinator: read.all(`SELECT p.id AS code, coalesce(p.name, '') AS label FROM person p WHERE p._del = 0 AND (',' || coalesce(p.roles, '') || ',' LIKE '%coordinator,%'
      OR p.id IN (SELECT person FROM account WHERE _del = 0 AND person IS NOT NULL)) ORDER BY p.name, p.id`),
    // Of the kept facts: over the tasks themselves both would be a walk over a million rows.
    supportType: named(read, 'supportType', distinct("SELECT DISTINCT support_type FROM task_fact WHERE is_supported = 1 AND support_type > '' ORDER BY 1")),
    province: provinces.map(({ code, ko }) => ({ code, label: ko })),
  };
  return scopeKinds.map((kind) => ({ kind, ko: scopeWords[kind], options: options[kind] })).filter(({ options: some }) => some.length > 0);
};
