/** 과제 관리대장 (T5) as a list: every supported task of a period, one row each, narrowed like the other tables. */
import { provinces } from '../reference/provinces.ts';
import { hubCodeSql, regionCodeSql } from './scope-sql.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { Filter, ListRequest } from '../kernel/list-types.ts';
import { taskParameters } from './task-rules.ts';
import type { ReportParams, ScopeKind } from './table-types.ts';

const fields = ['task_no', 'title', 'status', 'support_type', 'start_on', 'end_on', 'decided_on', 'found_on', 'program_year', 'office', 'coordinator', 'cluster', 'fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind', 'total_cost'];
const own = Object.fromEntries(fields.map((name): [string, ListColumn] => [name, { sql: `t.${name}`, dependsOn: [`task.${name}`] }]));
const named = (alias: string, link: string, table: string, sql = `${alias}.name`, column = 'name'): ListColumn => ({ sql, joins: [alias], dependsOn: [`task.${link}`, `${table}.${column}`] });

export const registerSpec: ListSpec = {
  name: 'task-register',
  table: 'task',
  where: 'EXISTS (SELECT 1 FROM task_fact f WHERE f.n = t.n AND f.is_supported = 1)',
  dependsOn: ['task.status', 'task.decided_on', 'task_step.*', 'task_step.to_status', 'task_step.from_status', 'task_step.on_date'],
  joins: { o: 'LEFT JOIN organisation o ON o.id = t.lead_org', c: 'LEFT JOIN mini_cluster c ON c.id = t.cluster', p: 'LEFT JOIN person p ON p.id = t.coordinator' },
  columns: {
    ...own,
    lead_org_name: named('o', 'lead_org', 'organisation'),
    lead_org_key: named('o', 'lead_org', 'organisation', 'o.name_key'),
    cluster_name: named('c', 'cluster', 'mini_cluster'),
    coordinator_name: named('p', 'coordinator', 'person'),
    fund_private: { sql: 'nullif(coalesce(t.fund_private_cash, 0) + coalesce(t.fund_private_in_kind, 0), 0)', dependsOn: ['task.fund_private_cash', 'task.fund_private_in_kind'] },
    in_hub: named('c', 'cluster', 'mini_cluster', hubCodeSql('c.hub'), 'hub'),
    in_region: named('c', 'cluster', 'mini_cluster', regionCodeSql('c.hub'), 'hub'),
    in_province: { sql: '(SELECT f.province FROM task_fact f WHERE f.n = t.n)', dependsOn: ['task.lead_org', 'organisation.province', 'organisation_same.*'], spreads: ['organisation.province', 'organisation_same.*'] },
  },
  quick: ['title', 'task_no', 'lead_org_name', 'lead_org_key', 'cluster_name', 'coordinator_name'],
  sort: [{ column: 'decided_on', descending: false }],
  warm: ['task_no', 'title', 'lead_org_name', 'end_on', 'fund_national', 'total_cost'],
};

export const registerList = listQuery(registerSpec);

const columnOfScope: Readonly<Record<Exclude<ScopeKind, 'province'>, string>> = { office: 'office', region: 'in_region', hub: 'in_hub', cluster: 'cluster', coordinator: 'coordinator', supportType: 'support_type' };

/** The filters that a report's day, years and scope come to. A scope of '' finds the tasks that name none. */
export const filtersOf = (params: ReportParams): Record<string, Filter> => {
  const { first, last } = taskParameters(params);
  const narrowed = (Object.keys(params.scope) as ScopeKind[]).flatMap((kind): [string, Filter][] => {
    const code = params.scope[kind];
    if (code === undefined) return [];
    // Facts hold provinces by number; 0 is none that is known.
    if (kind === 'province') return [['in_province', { op: 'equals', value: Number(provinces.find((one) => one.code === code)?.statisticsCode ?? 0) }]];
    return [[columnOfScope[kind], code === '' ? { op: 'empty' } : { op: 'equals', value: code }]];
  });
  return { decided_on: { op: 'range', from: first ?? null, to: last ?? null }, ...Object.fromEntries(narrowed) };
};

/** A question to the list under the parameters of the report; the report's own filters stand over those of the grid. */
export const withParams = (request: ListRequest, params: ReportParams): ListRequest => ({ ...request, filter: { ...request.filter, ...filtersOf(params) } });
