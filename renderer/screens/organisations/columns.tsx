/** Columns of the list of firms and other organisations. */
import type { Cell } from '../../../db/kernel/field.ts';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { complexNames } from './ComplexInput.tsx';
import { Standing } from './Standing.tsx';

const edit = { editable: true } as const;
const count = (column: string, label: string, more: Partial<GridColumn> = {}): GridColumn => ({ column, label, kind: 'int', width: 72, filterable: false, ...more });

const written = (name: 'business_no' | 'corporate_no' | 'phone' | 'fax') => ({
  text: (row: ListRow): string => { const value: Cell | undefined = row[name]; return typeof value === 'string' ? (organisation.fields[name].show?.(value) ?? value) : ''; },
});

/** A list of firms needs no kind, one of other bodies no industry; every column can be shown by choice. */
export const organisationColumns = (list: 'all' | 'firms' | 'bodies'): readonly GridColumn[] => [
  columnOf(organisation, 'name', { ...edit, width: 190, pinned: true, label: list === 'firms' ? '기업명' : '이름' }),
  columnOf(organisation, 'kind', { ...edit, width: 88, hidden: list === 'firms' }),
  columnOf(organisation, 'complex', { ...edit, suggestions: complexNames, hidden: list === 'bodies', width: 120 }),
  columnOf(organisation, 'industry_name', { ...edit, hidden: list === 'bodies', width: 170 }),
  columnOf(organisation, 'products', { ...edit, hidden: list === 'bodies', width: 170 }),
  columnOf(organisation, 'employees', { ...edit, hidden: list === 'bodies', width: 116 }),
  columnOf(organisation, 'representative', { ...edit, width: 84 }),
  columnOf(organisation, 'phone', { ...edit, width: 118, ...written('phone') }),
  count('sessions', '상담'),
  count('tasks', '과제'),
  { column: 'last_visit', label: '최근 상담', kind: 'date', width: 100 },
  count('people', '사람'),
  count('clusters', 'MC'),
  columnOf(organisation, 'status', { ...edit, width: 88, render: (row) => <Standing code={row['status'] ?? null} /> }),
  columnOf(organisation, 'address', { ...edit, width: 240 }),
  { column: 'former_names', label: '예전 이름', kind: 'text', width: 150, hidden: true },
  columnOf(organisation, 'business_no', { ...edit, width: 124, ...written('business_no') }),
  columnOf(organisation, 'corporate_no', { ...edit, width: 132, hidden: true, ...written('corporate_no') }),
  columnOf(organisation, 'business_no_reason', { ...edit, width: 160, hidden: true }),
  columnOf(organisation, 'corporate_no_reason', { ...edit, width: 160, hidden: true }),
  columnOf(organisation, 'status_on', { ...edit, hidden: true }),
  columnOf(organisation, 'fax', { ...edit, width: 118, hidden: true, ...written('fax') }),
  columnOf(organisation, 'province', { ...edit, hidden: true }),
  columnOf(organisation, 'district', { ...edit, hidden: true }),
  columnOf(organisation, 'industry_code', { ...edit, hidden: true }),
  columnOf(organisation, 'industry_revision', { ...edit, hidden: true }),
  columnOf(organisation, 'materials', { ...edit, hidden: true }),
  columnOf(organisation, 'employees_on', { ...edit, hidden: true }),
  columnOf(organisation, 'registry_size', { ...edit, hidden: true }),
  columnOf(organisation, 'sales', { ...edit, width: 130, hidden: true }),
  columnOf(organisation, 'legal_form', { ...edit, hidden: true }),
  columnOf(organisation, 'founded_on', { ...edit, hidden: true }),
  columnOf(organisation, 'tenancy', { ...edit, hidden: true }),
  columnOf(organisation, 'certifications', { ...edit, hidden: true }),
  columnOf(organisation, 'laboratory', { ...edit, hidden: true }),
  columnOf(organisation, 'first_national_rnd_year', { ...edit, hidden: true }),
  columnOf(organisation, 'homepage', { ...edit, hidden: true }),
  columnOf(organisation, 'memo', { hidden: true, width: 200 }),
];
