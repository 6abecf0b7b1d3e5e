/** The list of firms and other organisations. */
import { listQuery, type ListSpec } from '../kernel/list.ts';

const own = (name: string): { sql: string; dependsOn: string[] } => ({ sql: `t.${name}`, dependsOn: [`organisation.${name}`] });

export const organisationListSpec: ListSpec = {
  name: 'organisations',
  table: 'organisation',
  columns: {
    name: own('name'), kind: own('kind'), complex: own('complex'), province: own('province'), district: own('district'), address: own('address'),
    industry_code: own('industry_code'), industry_name: own('industry_name'), products: own('products'), employees: own('employees'), registry_size: own('registry_size'),
    representative: own('representative'), phone: own('phone'), business_no: own('business_no'), status: own('status'), founded_on: own('founded_on'), sales: own('sales'), memo: own('memo'),
    name_cho: own('name_cho'), name_key: own('name_key'),
    tasks: { sql: '(SELECT count(*) FROM task k WHERE k.lead_org = t.id AND k._del = 0)', dependsOn: ['task.*', 'task.lead_org'] },
    sessions: { sql: '(SELECT count(*) FROM session s WHERE s.organisation = t.id AND s._del = 0)', dependsOn: ['session.*', 'session.organisation'] },
    last_visit: { sql: '(SELECT max(s.visit_on) FROM session s WHERE s.organisation = t.id AND s._del = 0)', dependsOn: ['session.*', 'session.organisation', 'session.visit_on'] },
  },
  quick: ['name', 'name_key', 'name_cho', 'products', 'address', 'business_no', 'representative'],
  sort: [{ column: 'name', descending: false }],
};

export const organisationList = listQuery(organisationListSpec);
